// SPDX-License-Identifier: GPL-2.0-or-later
// Loaded before a program (LD_PRELOAD): at the call number FAILING_AT of those that change files
// below FAILING_FOLDER it kills the program, or from there on answers as a full disk does, as
// FAILING_HOW says (kill, full). Leaves the number of such calls in the file FAILING_COUNT.
// With FAILING_HOW eio it is the calls that read there that are counted, and fail; with short a
// read gives a few bytes at a time, which is no failure. With FAILING_WHILE, only while that file
// is there.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include <climits>

namespace {

std::atomic<long> calls{0};

bool is_watched(const char* path) {
  const char* folder = std::getenv("FAILING_FOLDER");
  return folder != nullptr && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool is_watched(int descriptor) {
  char link[64];
  char path[PATH_MAX];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  const ssize_t size = ::readlink(link, path, sizeof path - 1);
  if (size < 0) return false;
  path[size] = '\0';
  return is_watched(path);
}

enum class Need { space, none };

bool fails_by(const char* what) {
  const char* how = std::getenv("FAILING_HOW");
  return how != nullptr && std::strcmp(how, what) == 0;
}

bool is_turn() {
  const char* at = std::getenv("FAILING_AT");
  const char* only_while = std::getenv("FAILING_WHILE");
  if (only_while != nullptr && ::access(only_while, F_OK) != 0) return false;
  return ++calls >= (at != nullptr ? std::atol(at) : LONG_MAX);
}

// Whether this call of a watched file has to fail.
bool must_fail(Need need) {
  const char* how = std::getenv("FAILING_HOW");
  if (fails_by("eio") || fails_by("short") || !is_turn()) return false;
  if (how != nullptr && std::strcmp(how, "kill") == 0) ::kill(::getpid(), SIGKILL);
  if (need == Need::none) return false;
  errno = ENOSPC;
  return true;
}

bool must_fail_to_read(int descriptor) {
  if (!fails_by("eio") || !is_watched(descriptor) || !is_turn()) return false;
  errno = EIO;
  return true;
}

size_t readable(int descriptor, size_t size) {
  return fails_by("short") && size > 5 && is_watched(descriptor) ? 5 : size;
}

template <class Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

struct CountAtExit {
  ~CountAtExit() {
    const char* path = std::getenv("FAILING_COUNT");
    std::FILE* file = path != nullptr ? std::fopen(path, "w") : nullptr;
    if (file == nullptr) return;
    std::fprintf(file, "%ld\n", calls.load());
    std::fclose(file);
  }
} count_at_exit;

}  // namespace

extern "C" {

ssize_t write(int descriptor, const void* bytes, size_t size) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<ssize_t(int, const void*, size_t)>("write")(descriptor, bytes, size);
}

ssize_t read(int descriptor, void* bytes, size_t size) {
  if (must_fail_to_read(descriptor)) return -1;
  return real<ssize_t(int, void*, size_t)>("read")(descriptor, bytes, readable(descriptor, size));
}

ssize_t pread(int descriptor, void* bytes, size_t size, off_t offset) {
  if (must_fail_to_read(descriptor)) return -1;
  return real<ssize_t(int, void*, size_t, off_t)>("pread")(descriptor, bytes,
                                                           readable(descriptor, size), offset);
}

dirent* readdir(DIR* folder) {
  if (must_fail_to_read(::dirfd(folder))) return nullptr;
  return real<dirent*(DIR*)>("readdir")(folder);
}

ssize_t writev(int descriptor, const iovec* parts, int count) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<ssize_t(int, const iovec*, int)>("writev")(descriptor, parts, count);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t offset) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<ssize_t(int, const void*, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64")(descriptor, bytes, size,
                                                                      offset);
}

int fsync(int descriptor) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor) {
  if (is_watched(descriptor) && must_fail(Need::space)) return -1;
  return real<int(int)>("fdatasync")(descriptor);
}

int mkdir(const char* path, mode_t mode) noexcept {
  if (is_watched(path) && must_fail(Need::space)) return -1;
  return real<int(const char*, mode_t)>("mkdir")(path, mode);
}

int rename(const char* from, const char* to) noexcept {
  if (is_watched(to)) static_cast<void>(must_fail(Need::none));
  return real<int(const char*, const char*)>("rename")(from, to);
}

int unlink(const char* path) noexcept {
  if (is_watched(path)) static_cast<void>(must_fail(Need::none));
  return real<int(const char*)>("unlink")(path);
}

}  // extern "C"

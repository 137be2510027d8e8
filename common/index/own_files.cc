// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/own_files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "common/small_file.h"

namespace notes {
namespace {

constexpr std::size_t kMaxOwnBytes = 4'000'000;
constexpr std::string_view kTableMagic = "\x0f\x0dXapian Glass";
constexpr std::uintmax_t kLeastBlock = 2048;  // the block size of a table is a multiple of this
constexpr std::array<std::string_view, 6> kTables{"postlist", "docdata",  "termlist",
                                                  "position", "spelling", "synonym"};

// How a file of this name begins.
std::string_view beginning_of(std::string_view name) {
  if (name == "current") return "gen-";
  return name == "lock" ? "pid " : "{\"language\":";
}

// Complete, or cut short by a killed program.
bool begins_like(std::string_view content, std::string_view beginning) {
  return content.starts_with(beginning) || beginning.starts_with(content);
}

// A rebuild replaces damaged files, but not folders, which may hold anything.
Error damage(const std::string& path, const std::string& what) {
  struct stat status {};
  const bool is_folder = ::lstat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
  return Error(ExitCode::damaged_index, path + ": " + what,
               std::string(is_folder ? "move it out of the index directory and " : "") +
                   "run notes-index --rebuild with the folders of your notes");
}

Error foreign(const std::string& path, uid_t owner) {
  return Error(ExitCode::failure,
               path + ": belongs to another user (uid " + std::to_string(owner) + ")",
               "run as that user, or use an index of your own with --db DIR");
}

bool may_use(uid_t owner, Access access) {
  const uid_t user = ::geteuid();
  return owner == user || (user == 0 && access == Access::read);
}

// A file with a second name would change there too.
std::string lock_fault(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return "is not a regular file";
  return status.st_nlink > 1 ? "has another name elsewhere (a hard link)" : "";
}

void write_all(int file, std::string_view content, const std::string& path) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw system_error(path, "cannot be written");
    content.remove_prefix(static_cast<std::size_t>(written));
  }
}

bool is_table_name(std::string_view name) {
  if (name == "iamglass" || name == "flintlock") return true;
  if (name.starts_with('v') && name.ends_with(".tmp")) return true;
  return name.ends_with(".glass") &&
         std::ranges::find(kTables, name.substr(0, name.size() - 6)) != kTables.end();
}

bool is_table(const std::filesystem::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  std::error_code unreadable;
  if (!is_table_name(name) ||
      entry.symlink_status(unreadable).type() != std::filesystem::file_type::regular)
    return false;
  if (name.ends_with(".glass")) return entry.file_size(unreadable) % kLeastBlock == 0;
  const auto file = read_small_file(AT_FDCWD, entry.path().string(), Links::refused, kMaxOwnBytes);
  return file && file->fault.empty() && begins_like(file->text, kTableMagic);
}

std::string command_line_of_this_program() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string command((std::istreambuf_iterator<char>(file)), {});
  for (char& c : command)
    if (c == '\0' || c == '\n') c = ' ';
  return command.substr(0, 200);
}

std::string read_holder(int lock) {
  std::array<char, 512> holder{};
  const ssize_t size = ::pread(lock, holder.data(), holder.size() - 1, 0);
  const std::string text(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return text.substr(0, text.find('\n'));
}

// Only informs whoever waits: the lock holds even if this cannot be written.
void write_holder(int lock) {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  const std::string holder = "pid " + std::to_string(::getpid()) + " on " + host.data() + ": " +
                             command_line_of_this_program() + "\n";
  const std::string before = read_holder(lock);
  if (!before.empty() && !before.starts_with("pid ")) return;  // not written by us
  if (::ftruncate(lock, 0) == 0) [[maybe_unused]]
    const auto written = ::pwrite(lock, holder.data(), holder.size(), 0);
}

Descriptor open_lock_file(const std::string& directory) {
  const std::string path = directory + "/lock";
  const Descriptor folder = open_index_directory(directory, Access::write);
  const int flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  Descriptor lock(::openat(folder.number(), "lock", flags, 0600));
  if (!lock.is_open() && (errno == ELOOP || errno == EISDIR || errno == ENXIO))
    throw damage(path, "is not a regular file");
  struct stat status {};
  if (!lock.is_open() || ::fstat(lock.number(), &status) != 0)
    throw Error(ExitCode::failure, path + ": cannot be opened: " + std::strerror(errno),
                "the index directory must be writable for notes-index");
  if (const std::string fault = lock_fault(status); !fault.empty()) throw damage(path, fault);
  if (!may_use(status.st_uid, Access::write)) throw foreign(path, status.st_uid);
  return lock;
}

}  // namespace

Error system_error(const std::string& path, const char* what) {
  return Error(ExitCode::failure, path + ": " + what + ": " + std::strerror(errno),
               "check the permissions and the free space there");
}

Error busy_error(const std::string& directory, const std::string& writer) {
  return Error(ExitCode::index_busy,
               directory + ": is being written by " + (writer.empty() ? "another process" : writer),
               "wait until it ends and run the command again");
}

Descriptor open_index_directory(const std::string& directory, Access access) {
  Descriptor folder(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() && errno == ENOENT) return folder;
  if (!folder.is_open() && errno == ENOTDIR)
    throw Error(ExitCode::failure, directory + ": is a file; the index needs a directory",
                "choose another place with --db DIR");
  struct stat status {};
  if (!folder.is_open() || ::fstat(folder.number(), &status) != 0)
    throw system_error(directory, "cannot be read");
  if (!may_use(status.st_uid, access)) throw foreign(directory, status.st_uid);
  return folder;
}

std::optional<std::string> find_own_file(const std::string& directory, const std::string& name) {
  const Descriptor folder = open_index_directory(directory, Access::read);
  if (!folder.is_open()) return std::nullopt;
  auto file = read_small_file(folder.number(), name, Links::refused, kMaxOwnBytes);
  if (!file) return std::nullopt;
  const std::string path = directory + "/" + name;
  if (file->is_odd) throw damage(path, file->fault);
  // Treating this as "no index" would let a writer remove what is in use.
  if (!file->fault.empty())
    throw Error(ExitCode::failure, path + ": " + file->fault,
                "check the permissions and the disk there");
  if (!may_use(file->status.st_uid, Access::read)) throw foreign(path, file->status.st_uid);
  return std::move(file->text);
}

Descriptor lock_index(const std::string& directory, std::chrono::milliseconds patience) {
  Descriptor lock = open_lock_file(directory);
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK)
      throw Error(ExitCode::failure, directory + "/lock: cannot be locked: " + std::strerror(errno),
                  "put the index on a local disk with --db DIR");
    if (std::chrono::steady_clock::now() >= deadline)
      throw busy_error(directory, read_holder(lock.number()));
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  write_holder(lock.number());
  return lock;
}

bool is_our_mark(const std::string& directory, const std::string& name) {
  if (name != "lock" && name != "looked") return false;
  const Descriptor folder = open_index_directory(directory, Access::read);
  const auto mark = read_small_file(folder.number(), name, Links::refused, kMaxOwnBytes);
  if (!mark || !mark->fault.empty()) return false;
  return mark->text.empty() || (name == "lock" && begins_like(mark->text, beginning_of(name)));
}

void remove_false_lock(const std::string& directory) {
  const Descriptor folder = open_index_directory(directory, Access::write);
  struct stat status {};
  const bool is_there = ::fstatat(folder.number(), "lock", &status, AT_SYMLINK_NOFOLLOW) == 0;
  if (!is_there || lock_fault(status).empty() || S_ISDIR(status.st_mode)) return;
  if (::unlinkat(folder.number(), "lock", 0) != 0)
    throw system_error(directory + "/lock", "cannot be removed");
}

void remove_unfinished(const std::string& directory, const std::string& name) {
  const std::string unfinished = name + std::string(kUnfinished);
  const std::string path = directory + "/" + unfinished;
  const Descriptor folder = open_index_directory(directory, Access::write);
  const auto file = read_small_file(folder.number(), unfinished, Links::refused, kMaxOwnBytes);
  if (!file) return;
  if (S_ISDIR(file->status.st_mode)) throw damage(path, "is a folder");
  // Removing a link or a FIFO loses only the name.
  const bool holds_text = !file->is_odd || S_ISREG(file->status.st_mode);
  if (holds_text && !(file->fault.empty() && begins_like(file->text, beginning_of(name))))
    throw Error(ExitCode::failure, path + ": was not written by notes-index; it was left alone",
                "move it out of the index directory");
  if (::unlinkat(folder.number(), unfinished.c_str(), 0) != 0)
    throw system_error(path, "cannot be removed");
}

void replace_own_file(const std::string& directory, const std::string& name,
                      std::string_view content) {
  const Descriptor folder = open_index_directory(directory, Access::write);
  remove_unfinished(directory, name);
  const std::string unfinished = name + std::string(kUnfinished);
  const std::string path = directory + "/" + unfinished;
  const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const Descriptor file(::openat(folder.number(), unfinished.c_str(), flags, 0600));
  if (!file.is_open()) throw system_error(path, "cannot be created");
  try {
    write_all(file.number(), content, path);
    if (::fsync(file.number()) != 0) throw system_error(path, "cannot be synced");
    if (::renameat(folder.number(), unfinished.c_str(), folder.number(), name.c_str()) != 0)
      throw errno == EISDIR ? damage(directory + "/" + name, "is a folder")
                            : system_error(path, "cannot be renamed");
  } catch (...) {
    ::unlinkat(folder.number(), unfinished.c_str(), 0);
    throw;
  }
  if (::fsync(folder.number()) != 0) throw system_error(directory, "cannot be synced");
}

void require_own_tables(const std::string& directory, const std::string& generation,
                        Access access) {
  namespace fs = std::filesystem;
  const std::string path = directory + "/" + generation;
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return;  // Xapian's message is better
  if (!S_ISDIR(status.st_mode)) throw damage(path, "is not a directory");
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(path, unreadable)) {
    const std::string name = entry.path().filename().string();
    if (!is_table_name(name) || ::lstat(entry.path().c_str(), &status) != 0) continue;
    if (!S_ISREG(status.st_mode)) throw damage(entry.path().string(), "is not a regular file");
    if (!may_use(status.st_uid, access)) throw foreign(entry.path().string(), status.st_uid);
    if (access == Access::write && status.st_nlink > 1)
      throw damage(entry.path().string(), "has another name elsewhere (a hard link)");
  }
  if (unreadable)
    throw Error(ExitCode::failure, path + ": cannot be read: " + unreadable.message(),
                "check the permissions and the disk there");
}

bool holds_only_tables(const std::string& folder) {
  std::error_code unreadable;
  const std::filesystem::directory_iterator entries(folder, unreadable);
  return !unreadable && std::ranges::all_of(entries, is_table);
}

}  // namespace notes

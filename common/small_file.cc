// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/small_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace notes {
namespace {

std::string system_fault() {
  return std::string("cannot be read: ") + std::strerror(errno);
}

// Does not rely on the size that the system gives: the file may grow while we read it.
void read_into(int file, std::size_t max_bytes, ReadFile& read) {
  constexpr std::size_t kBlock = 4096;
  const auto expected = static_cast<std::size_t>(read.status.st_size);
  std::size_t have = 0;
  while (std::max(have, expected) <= max_bytes) {
    read.text.resize(std::max(have, expected) + kBlock);
    const ssize_t size = ::read(file, read.text.data() + have, read.text.size() - have);
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) read.fault = system_fault();
    have += size > 0 ? static_cast<std::size_t>(size) : 0;
    if (size <= 0) return read.text.resize(have);
  }
  read.is_odd = true;
  read.fault = "is larger than " + std::to_string(max_bytes) + " bytes";
}

}  // namespace

std::optional<ReadFile> read_small_file(int folder, const std::string& name, Links links,
                                        std::size_t max_bytes) {
  const int no_follow = links == Links::refused ? O_NOFOLLOW : 0;
  const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | no_follow;
  const Descriptor file(::openat(folder, name.c_str(), flags));
  if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  ReadFile read;
  const bool is_link = !file.is_open() && errno == ELOOP && links == Links::refused;
  const bool is_socket = !file.is_open() && errno == ENXIO;
  const bool is_known = file.is_open() && ::fstat(file.number(), &read.status) == 0;
  read.is_odd = is_link || is_socket || (is_known && !S_ISREG(read.status.st_mode));
  if (read.is_odd)
    read.fault = is_link ? "is a link" : "is not a regular file";
  else if (!is_known)
    read.fault = system_fault();
  else
    read_into(file.number(), max_bytes, read);
  return read;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/small_file.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <utility>

#include "common/descriptor.h"
#include "common/index/file_stamp.h"

namespace notes {
namespace {

std::optional<std::string> read_whole(int file) {
  std::string text;
  std::array<char, 16384> block{};
  while (true) {
    const ssize_t size = ::read(file, block.data(), block.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return std::nullopt;
    if (size == 0) return text;
    text.append(block.data(), static_cast<std::size_t>(size));
  }
}

}  // namespace

std::string system_message(int error_number) {
  return std::generic_category().message(error_number);
}

std::optional<SmallFile> find_small_file(int folder, const std::string& name,
                                         const std::string& shown_path,
                                         std::vector<Diagnostic>& diagnostics) {
  // Not blocking: opening a FIFO would otherwise wait for somebody to write into it.
  const Descriptor file(::openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.is_open() && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  struct stat status {};
  if (file.is_open() && ::fstat(file.number(), &status) == 0) {
    if (!S_ISREG(status.st_mode)) return std::nullopt;
    if (auto text = read_whole(file.number()))
      return SmallFile{std::move(*text), mtime_ns_of(status)};
  }
  diagnostics.push_back({shown_path, 0, "cannot be read: " + system_message(errno)});
  return std::nullopt;
}

}  // namespace notes

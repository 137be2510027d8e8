// SPDX-License-Identifier: GPL-2.0-or-later
// What stat says about a file: enough to notice a change.
#pragma once

#include <chrono>
#include <cstdint>
#include <sys/stat.h>

namespace notes {

struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
  bool operator==(const FileStamp&) const = default;
};

// Times after the year 2262 do not fit and wrap around, which still tells them apart.
inline std::int64_t mtime_ns_of(const struct stat& status) {
  const auto seconds = static_cast<std::uint64_t>(status.st_mtim.tv_sec);
  return static_cast<std::int64_t>(seconds * 1'000'000'000 +
                                   static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
}

inline FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), mtime_ns_of(status), status.st_ino};
}

inline std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace notes

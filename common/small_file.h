// SPDX-License-Identifier: GPL-2.0-or-later
// Reads whole files of a limited size, such as notes and settings. Never waits for a FIFO, nor
// reads an endless file to its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>

namespace notes {

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // may come before a text

enum class Links : std::uint8_t { followed, refused };

struct ReadFile {
  std::string text;
  struct stat status {};  // taken before it was read
  std::string fault;      // "is a link", "cannot be read: …"; empty if all is well
  bool is_odd = false;    // the fault is the file itself: not a regular file, or too large
};

// `name` is relative to the open `folder`, or absolute. Nothing if there is no such file.
std::optional<ReadFile> read_small_file(int folder, const std::string& name, Links links,
                                        std::size_t max_bytes);

}  // namespace notes

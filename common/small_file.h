// SPDX-License-Identifier: GPL-2.0-or-later
// Reads files that are small by nature, such as settings, whatever stands in their place: a FIFO is
// not waited for, an endless file not read to its end.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <sys/stat.h>

namespace notes {

enum class Links : std::uint8_t { followed, refused };

struct ReadFile {
  std::string text;
  struct stat status {};  // from before it was read
  std::string fault;      // "is no regular file", "cannot be read: …"; empty when all is well
  bool is_odd = false;    // the fault lies in the file: it is no regular one, or too large
};

// `name` is relative to the open `folder`, or absolute. Nothing when there is no such file.
std::optional<ReadFile> read_small_file(int folder, const std::string& name, Links links,
                                        std::size_t max_bytes);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Follows fenced code (``` and ~~~) through the lines of a text, in quotes and list items as well.
// Not for indented code.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

class FenceTracker {
 public:
  // To be asked about every line in order. Whether it is fenced, or the fence itself.
  bool takes(std::string_view line);

 private:
  // What stands before the text of a line: blanks, `>` and list markers.
  struct Prefix {
    std::size_t length = 0;
    std::size_t quotes = 0;
    bool has_list_marker = false;
  };

  static Prefix read_prefix(std::string_view line);
  bool opens(std::string_view line);
  bool still_contains(std::string_view line) const;
  bool closes(std::string_view line) const;

  char mark_ = 0;  // '`' or '~'; 0 outside
  std::size_t length_ = 0;
  std::size_t quotes_ = 0;  // around the fence
  std::size_t indent_ = 0;  // of the list item whose first line opened the fence
};

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Text from notes and paths on a terminal. It is made safe: nothing in it can move the cursor,
// change colours, or reorder a line. Its width follows what terminals agree on: CJK and emoji take
// two columns, combining marks none, and a joined emoji (a family, a flag) is one picture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/code_point.h"

namespace notes {

// What to show for one character: `^[` for a control character, a blank for tabs and line breaks,
// U+FFFD for characters that cannot be shown and bytes that are not UTF-8.
std::string printable_character(std::string_view bytes, CodePoint point);

// The whole text, on one line.
std::string printable(std::string_view text);

// The same, but keeps line ends and tabs.
std::string printable_lines(std::string_view text);

// The same JSON value, with such characters in its strings written as \u0000.
std::string json_without_controls(std::string_view json);

// What a reader sees as one character: a base and everything that combines with it.
struct Cluster {
  std::size_t bytes = 0;
  std::size_t columns = 0;  // 0, 1 or 2
};

// `at` is less than the size of `text`. Never cuts into the middle of a code point.
Cluster cluster_at(std::string_view text, std::size_t at);

std::size_t display_width(std::string_view text);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Makes text from notes and paths safe for a terminal: nothing in it can move the cursor, change
// colours, or reorder a line.
#pragma once

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

}  // namespace notes

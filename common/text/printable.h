// SPDX-License-Identifier: GPL-2.0-or-later
// Text from notes and paths made safe for a terminal: nothing in it may move the cursor, recolour,
// or reorder a line.
#pragma once

#include <string>
#include <string_view>

#include "common/text/code_point.h"

namespace notes {

// Control characters (C0, DEL, C1) and the signs that turn the direction of a line.
bool drives_terminal(char32_t value);

// What is shown for one character: `^[` for a control, a blank for tab and line breaks, U+FFFD for
// what cannot be shown at all and for a byte that is not UTF-8.
std::string printable_character(std::string_view bytes, CodePoint point);

// The whole text, on one line.
std::string printable(std::string_view text);

// The same, but line ends and tabs stay.
std::string printable_lines(std::string_view text);

// JSON of the same value, with such characters in its strings as \u0000.
std::string json_without_controls(std::string_view json);

}  // namespace notes

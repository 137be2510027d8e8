// SPDX-License-Identifier: GPL-2.0-or-later
// A note's text in the form that tags, names, dates and titles need: line by line, without code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/reading.h"

namespace notes {

// Replaces what is not running text: code, images, the edges of links, the backslash of \#sign.
inline constexpr char kPlaceholder = '\x1f';

// The text of a block with the line ends of `source`. Wiki links keep their marks.
std::string running_text(const TextReading& reading, std::size_t block, std::string_view source);

// What may be a formula: the text between the dollar sign at `open` and the next one on its line.
// Empty if there is none.
std::string_view formula_at(std::string_view text, std::size_t open);

// The text of a heading as shown; if it has only images, their alternative texts.
std::string shown_text(const TextReading& reading, std::size_t block);

}  // namespace notes

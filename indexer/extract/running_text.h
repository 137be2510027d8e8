// SPDX-License-Identifier: GPL-2.0-or-later
// The reading of a note as tags, names, dates and titles want it: line by line, without code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/text/reading.h"

namespace notes {

// Replaces in running text what is not text: code, images, the edges of links.
inline constexpr char kPlaceholder = '\x1f';

// The text of a block with the line ends of `source`. Wiki links stand there with their marks.
std::string running_text(const TextReading& reading, std::size_t block, std::string_view source);

// What is shown of a heading; of one that is nothing but images, their texts.
std::string shown_text(const TextReading& reading, std::size_t block);

}  // namespace notes

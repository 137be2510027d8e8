// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the Markdown parser's memory in bounds. cmark-gfm makes a node of 200 bytes for each
// bracket and each line, and ends the whole program when memory runs out.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

// How much of the text the parser takes at once: all of it, but for texts of megabytes. Those are
// cut, above a heading or between blocks where one is in reach.
std::size_t parsable_bytes(std::string_view text);

}  // namespace notes

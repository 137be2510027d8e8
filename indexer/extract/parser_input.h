// SPDX-License-Identifier: GPL-2.0-or-later
// What the Markdown parser is given of a note: in parts that bound its memory, without what would
// take it long, and with the lists of outliners. All bytes stay in their places.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"

namespace notes {

// Whether the line opens with one to six `#` that a blank or nothing follows.
bool is_atx_heading(std::string_view line);

// How much of the text the parser takes at once: all of it, but for texts of megabytes. Those are
// cut, above a heading or between blocks where one is in reach. cmark-gfm makes a node of 200 bytes
// for each bracket and each line, and ends the whole program when memory runs out.
std::size_t parsable_bytes(std::string_view text);

// These bytes with their deepest markers of lists and quotes made letters; nothing when no line
// nests deeper than people write. cmark-gfm visits every open block once a line, so 50 kB of list
// markers above 50 kB of empty lines take it half a minute.
std::optional<std::string> with_shallow_nesting(const LineTable& lines, ByteRange bytes);

// The text with a blank for the first tab of each line of a list that outliners indent below its
// heading, which would be code for CommonMark. Nothing when there is none. Code indented by spaces,
// below a blank line, or without the mark of a list in its first line stays code.
std::optional<std::string> with_lists_below_headings(std::string_view text);

}  // namespace notes

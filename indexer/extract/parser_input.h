// SPDX-License-Identifier: GPL-2.0-or-later
// Prepares a note for the Markdown parser: splits it into parts that limit its memory, removes what
// would take it long, and adapts the lists of outliners. All bytes keep their positions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"
#include "indexer/extract/line_table.h"

namespace notes {

// Whether the line starts with one to six `#` followed by a blank or nothing.
bool is_atx_heading(std::string_view line);

// Whether the line has only equals signs or only dashes, as below the text of a setext heading.
bool is_underline(std::string_view line);

// How much of the text to give the parser at once: all of it, except for texts of megabytes. These
// are split above a heading or between blocks, if there is one nearby. cmark-gfm makes a node of
// 200 bytes for each bracket and each line, and ends the whole program if memory runs out.
std::size_t parsable_bytes(std::string_view text);

// These bytes as the parser shall read them; nothing if that is as they are.
// - The deepest markers of lists and quotes, nested deeper than people write, become letters.
//   cmark-gfm visits every open block on every line, so 50 kB of list markers above 50 kB of empty
//   lines take it half a minute.
// - The first tab becomes a blank on each line of a list that an outliner indents below a heading,
//   because CommonMark would read it as code. Code that is indented by spaces, follows a blank
//   line, or does not start with a list marker stays code.
std::optional<std::string> adapted_for_parser(const LineTable& lines, ByteRange bytes);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The lines of a stretch of a note, and one of them made fit to be shown.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"
#include "query/search/show/hit.h"

namespace notes {

// Byte ranges of the lines without their ends (LF, CRLF or CR). No line for empty text.
std::vector<ByteRange> split_lines(std::string_view text);

// The line at `range` as a Snippet: control characters and bad UTF-8 replaced, a long line cut to a
// window around its first mark. `marks` are ascending ranges in `text`, clipped to the line.
Snippet make_snippet(std::string_view text, ByteRange range, std::uint32_t line,
                     const std::vector<ByteRange>& marks);

}  // namespace notes

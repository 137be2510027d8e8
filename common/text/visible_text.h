// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes of a Markdown section a reader sees as words. One line-wise scanner for both
// programs: the indexer indexes exactly these bytes, the query program highlights only in them. Not
// a Markdown parser: structure (headings, sections) is indexer/extract's, from cmark.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/byte_range.h"

namespace notes {

// `section` starts at a line start outside any fence. Ranges are ascending, in bytes of `section`.
std::vector<ByteRange> visible_ranges(std::string_view section);

}  // namespace notes

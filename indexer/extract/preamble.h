// SPDX-License-Identifier: GPL-2.0-or-later
// What may stand above the title of a note: lines that say something about the note and tell
// nothing themselves.
#pragma once

#include <cstdint>

#include "indexer/extract/line_table.h"

namespace notes {

// Whether the lines from `first` up to `end` hold no text, but only properties, dates, tags, links,
// images and badges, quotes and callouts, HTML and comments, rules, and what a program reads.
bool says_no_text(const LineTable& lines, std::uint32_t first, std::uint32_t end);

}  // namespace notes

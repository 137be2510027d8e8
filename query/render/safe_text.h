// SPDX-License-Identifier: GPL-2.0-or-later
// Text of notes made safe for its reader: nothing in a note, title or path may move the cursor,
// recolour the terminal, reorder a line or break a row-by-row format. Keeps highlights in place.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/text/printable.h"
#include "query/search/show/hit.h"

namespace notes {

// For terminals and rows: as printable(text), which common/text has.
MarkedText printable(std::string_view text, std::span<const ByteRange> highlights);

// The same, but bytes that are not UTF-8 stay: a program can still open the path.
std::string printable_path(std::string_view path);

// For JSON: each byte that is not UTF-8 becomes U+FFFD, all else stays.
std::string valid_utf8(std::string_view text);
MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights);

}  // namespace notes

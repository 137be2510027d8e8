// SPDX-License-Identifier: GPL-2.0-or-later
// Makes text from notes safe to print: nothing in a note, title or path may move the cursor,
// recolour the terminal, reorder a line or break a row. Keeps highlights in place.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "common/text/printable.h"
#include "query/search/show/hit.h"

namespace notes {

// For terminals and rows: like printable(text) in common/text.
MarkedText printable(std::string_view text, std::span<const ByteRange> highlights);

// The same, but keeps bytes that are not UTF-8, so that a program can still open the path.
std::string printable_path(std::string_view path);

// For JSON: replaces each byte that is not UTF-8 with U+FFFD.
MarkedText valid_utf8(std::string_view text, std::span<const ByteRange> highlights);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Lays one line of text into a box of columns: breaks it between words, and when it does not fit,
// shows the part around the first highlight with `…` at the cuts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct LineBox {
  std::size_t columns = 80;  // at least 8
  std::size_t rows = 1;      // at most so many
};

// All lines of the text, which is printable, broken between words to fit; each ends in a newline.
std::string wrapped(std::string_view text, int columns);

// `line` is printable. Rows have no trailing blanks; a line of blanks gives no row.
std::vector<MarkedText> fit(const MarkedText& line, LineBox box);

}  // namespace notes

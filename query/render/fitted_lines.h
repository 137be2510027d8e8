// SPDX-License-Identifier: GPL-2.0-or-later
// Fits text into the columns of a terminal. A line that is too long for its box shows the part
// around its first highlight, with `…` at the cuts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct LineBox {
  std::size_t columns = 80;  // at least 8
  std::size_t rows = 1;      // the maximum
};

// Breaks printable text between words into lines that fit. Each ends in a newline.
std::string wrapped(std::string_view text, int columns);

// `line` is printable. Rows have no trailing blanks; a blank line gives no row.
std::vector<MarkedText> fit(const MarkedText& line, LineBox box);

// The terminal rows that an output takes, with wrapped lines. Ignores the colours and links that
// text_page.h writes. `columns` is not 0.
std::size_t count_terminal_rows(std::string_view text, std::size_t columns);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// How many rows of a terminal an output takes, where lines that are wider than it wrap.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

// `text` may hold the colours and links that styled_row.h writes: they take no room. `columns` is
// not 0.
std::size_t count_terminal_rows(std::string_view text, std::size_t columns);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Counts the terminal rows that an output takes, including wrapped lines.
#pragma once

#include <cstddef>
#include <string_view>

namespace notes {

// Ignores the colours and links that styled_row.h writes. `columns` is not 0.
std::size_t count_terminal_rows(std::string_view text, std::size_t columns);

}  // namespace notes

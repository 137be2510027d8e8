// SPDX-License-Identifier: GPL-2.0-or-later
// Completes the last word of a half-typed query to a field, a value, a label, or a word in the
// index. Fast, because it reads only terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct OpenIndex;

// Returns whole words, with any signs before them (`-`, `(`), the most common of each kind first.
// At most `limit`.
std::vector<std::string> complete_word(const OpenIndex& index, std::string_view typed,
                                       std::size_t limit);

}  // namespace notes

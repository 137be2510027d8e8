// SPDX-License-Identifier: GPL-2.0-or-later
// Completes the last word of a half-typed query: to a field or its value, a label, or a word of the
// index. Fast, because it reads only terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct OpenIndex;

// The whole last word with any signs before it (`-`, `(`). The most common of each kind come first.
// At most `limit`.
std::vector<std::string> complete_word(const OpenIndex& index, std::string_view typed,
                                       std::size_t limit);

}  // namespace notes

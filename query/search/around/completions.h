// SPDX-License-Identifier: GPL-2.0-or-later
// What the last word of a half-typed query may become: fields and their values, labels, and words
// of the index. Reads only terms, and notes' records for how a label is spelt, so it is fast.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct OpenIndex;

// Whole last words, each with what stands before it in the word (`-`, `(`); the commonest first
// within its kind. At most `limit`.
std::vector<std::string> complete_word(const OpenIndex& index, std::string_view typed,
                                       std::size_t limit);

}  // namespace notes

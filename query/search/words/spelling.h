// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the word of the index that a mistyped one most likely means.
#pragma once

#include <optional>
#include <string>

#include <xapian.h>

#include "common/text/analyzer.h"

namespace notes {

struct Spelling {
  std::string word;
  std::size_t edits = 0;
};

// `word` is folded, at least four letters and has no digit. An edit is an insertion, a deletion, a
// substitution or a swap of neighbours; up to six letters are one edit away at most, longer words
// two. Fewest edits first, then those with the same first letter, then those that differ in doubled
// letters only, then the commonest. What comes back stands so in some note: never a bare stem. A
// spelling dictionary would have to be kept; the terms are there already.
std::optional<Spelling> find_spelling(const std::string& word, const Xapian::Database& database,
                                      Analyzer& analyzer);

}  // namespace notes

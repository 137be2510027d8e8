// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words of the index that a mistyped one may mean, and tells slips from inflections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"

namespace notes {

struct Spelling {
  std::string word;
  std::size_t edits = 0;
};

inline constexpr std::size_t kMaxSpellings = 3;

// At most kMaxSpellings, all the same number of edits away; words with the same first letter come
// first, then the most common ones. `word` is folded, has at least three letters and no digit. An
// edit is an insertion, a deletion, a substitution or a swap of neighbours; words of up to six
// letters may be one edit away, longer words two. Each spelling is a word of some note, never a
// bare stem.
std::vector<Spelling> find_spellings(const std::string& word, const Xapian::Database& database,
                                     Analyzer& analyzer);

struct WrittenForm {
  std::string word;
  Xapian::doccount frequency = 0;
};

// The words with this stem that differ from it, as written.
std::vector<WrittenForm> written_forms(const std::string& stem, const Xapian::Database& database,
                                       Analyzer& analyzer);

// Whether both may be regular English forms of one word: dogs and dog, baked and baking. Folded
// words. A stemmer does not tell: it takes the ending off the slips "farmes" and "rendeing" too.
bool are_inflections(std::string_view a, std::string_view b);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words in the index that a misspelt word may mean, and tells slips from inflections.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/search/words/query_words.h"

namespace notes {

struct Spelling {
  std::string word;
  std::size_t edits = 0;
};

inline constexpr std::size_t kMaxSpellings = 3;

// At most kMaxSpellings, all with the same number of edits. Words with the same first letter come
// first, then the most common. `word` is folded, and has at least three letters and no digit. An
// edit is an insertion, a deletion, a substitution or a swap of neighbours. Words of up to six
// letters may have one edit, longer words two. Each spelling is a word in some note, never just a
// stem.
std::vector<Spelling> find_spellings(const std::string& word, const SearchIndex& in);

struct WrittenForm {
  std::string word;
  Xapian::doccount frequency = 0;
};

// The words with this stem, as written, other than the stem itself.
std::vector<WrittenForm> written_forms(const std::string& stem, const SearchIndex& in);

// Whether both may be regular English forms of one word: dogs and dog, baked and baking. Takes
// folded words. A stemmer cannot tell: it also takes the endings off slips such as "farmes" and
// "rendeing".
bool are_inflections(std::string_view a, std::string_view b);

}  // namespace notes

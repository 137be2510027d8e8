// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the words of the index that a mistyped one may mean.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"

namespace notes {

struct Spelling {
  std::string word;
  std::size_t edits = 0;
};

inline constexpr std::size_t kMaxSpellings = 3;

// The likeliest first, at most kMaxSpellings, all as few edits away. `word` is folded, at least
// three letters and has no digit. An edit is an insertion, a deletion, a substitution or a swap of
// neighbours; up to six letters are one edit away at most, longer words two. Those with the same
// first letter come first, then the commonest. What comes back stands so in some note: never a bare
// stem. A spelling dictionary would have to be kept; the terms are there already.
std::vector<Spelling> find_spellings(const std::string& word, const Xapian::Database& database,
                                     Analyzer& analyzer);

struct WrittenForm {
  std::string word;
  Xapian::doccount frequency = 0;
};

// How the words of a stem are written that differ from it.
std::vector<WrittenForm> written_forms(const std::string& stem, const Xapian::Database& database,
                                       Analyzer& analyzer);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The words that begin as `pre*` says, in any form that the index has of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"

namespace notes {

// Shorter beginnings stand for their commonest words alone: too many words begin so.
inline constexpr std::size_t kMinExactLetters = 3;
// So many words, the commonest, count for the order of what is found.
inline constexpr std::size_t kRankedBegunWords = 200;

// Whether a term in any of its forms begins so.
bool begins_with(const Term& term, std::string_view begin);

struct BegunWords {
  std::vector<std::string> terms;  // those that count for the order first, by frequency
  std::size_t count = 0;           // of all that the index has
};

// The terms of an index whose words begin so. `begin` is folded; Diabète begins with diabe as well
// as with diabè.
BegunWords find_begun_words(const Xapian::Database& database, const std::string& begin);

// Of one or two letters there are too many words to look at them all. Ten stems that begin so: the
// commonest in a few hundred sections from all over the index, or those that most often stand
// behind a row of stems in the first sections that have it.
std::vector<std::string> sample_begun_words(const Xapian::Database& database,
                                            std::string_view typed);
std::vector<std::string> begun_words_behind(const Xapian::Database& database,
                                            const std::vector<std::string>& row,
                                            std::string_view typed);

}  // namespace notes

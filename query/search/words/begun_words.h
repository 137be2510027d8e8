// SPDX-License-Identifier: GPL-2.0-or-later
// The words that begin as `pre*` says, in any form that the index has of them.
#pragma once

#include <functional>
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

// From `terms` on, all of an index or of one section, to be visited in ascending order: the terms
// of words that begin so. `begin` is folded; Diabète begins with diabe as well as with diabè.
void visit_begun_words(Xapian::TermIterator terms, const std::string& begin,
                       const std::function<void(const Xapian::TermIterator&)>& visit);

// Whether a term in any of its forms begins so.
bool begins_with(const Term& term, std::string_view begin);

// All such terms of an index, the commonest first.
std::vector<std::string> find_begun_words(const Xapian::Database& database,
                                          const std::string& begin);

}  // namespace notes

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

// All terms of an index whose words begin so, the commonest first. `begin` is folded; Diabète
// begins with diabe as well as with diabè.
std::vector<std::string> find_begun_words(const Xapian::Database& database,
                                          const std::string& begin);

}  // namespace notes

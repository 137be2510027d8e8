// SPDX-License-Identifier: GPL-2.0-or-later
// Replaces words that no section has: by their correct spelling, or by reading one word as two or
// two as one. Words the index knows are never touched, nor are words with digits.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

struct Replacement {
  std::string typed;
  std::string known;  // searched for instead; empty: the words of a compound, each for itself
};

// One sentence, for people.
std::string sentence(const Replacement& replacement);

// Returns what it did, in order.
std::vector<Replacement> relax(std::vector<QueryWord>& words, const Xapian::Database& database,
                               Analyzer& analyzer);

}  // namespace notes

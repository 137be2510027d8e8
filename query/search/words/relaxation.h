// SPDX-License-Identifier: GPL-2.0-or-later
// Changes words that no section has: splits them, joins them with a neighbour, or corrects their
// spelling. Never changes words that sections have as written, or words with digits.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

struct Replacement {
  std::string typed;
  std::vector<std::string> meant = {};  // empty: the words of a compound, separately
  bool beside = false;                  // in addition to the word, which is known
};

struct Relaxed {
  std::vector<Replacement> replacements;  // in order
  std::vector<std::string> remarks;       // about them, for the user
};

Relaxed relax(std::vector<QueryWord>& words, const Xapian::Database& database, Analyzer& analyzer);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What is done about words that no section has: they are read as two or two as one, or as what they
// may be slips of. Words that sections have as written are never touched, nor are words with
// digits.
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
  std::vector<std::string> others = {};  // that it may mean as well
  bool beside = false;                   // only `others` are new, the word itself is known
};

// One sentence, for people.
std::string sentence(const Replacement& replacement);

struct Relaxed {
  std::vector<Replacement> replacements;  // in order
  bool gave_up = false;                   // there were more words than are looked up
};

Relaxed relax(std::vector<QueryWord>& words, const Xapian::Database& database, Analyzer& analyzer);

}  // namespace notes

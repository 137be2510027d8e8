// SPDX-License-Identifier: GPL-2.0-or-later
// What is done about words that no section has: they are read as two words or two as one, or as
// what they may be slips of. Words that sections have as written are never touched, nor are words
// with digits.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

struct Replacement {
  std::string typed;
  std::vector<std::string> meant = {};  // empty: the words of a compound, each for itself
  bool beside = false;                  // searched for in addition to the word, which is known
};

struct Relaxed {
  std::vector<Replacement> replacements;  // in order
  std::vector<std::string> remarks;       // on them, for people
};

Relaxed relax(std::vector<QueryWord>& words, const Xapian::Database& database, Analyzer& analyzer);

}  // namespace notes

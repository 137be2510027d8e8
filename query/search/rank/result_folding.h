// SPDX-License-Identifier: GPL-2.0-or-later
// Folds what would be shown twice: a section and the one that encloses it, and twins. Works on
// candidates in rank order from the first one on, so pages agree.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/search/rank/candidate.h"
#include "query/search/words/query_words.h"

namespace notes {

// Of two nested candidates the better match stands for both, and of equal matches the better ranked
// (measured: counting the words in their own texts does worse); but one whose heading holds all the
// words comes before its descendants. Of matches that are spread below, the lower is the better.
// Without words the topmost stands for its branch.
std::vector<Candidate> fold(const Xapian::Database& database, Analyzer& analyzer,
                            const std::vector<QueryWord>& words,
                            const std::vector<Candidate>& candidates);

// Whether the section has the word in its own text or an inherited title.
bool section_has(const Xapian::Database& database, Xapian::docid docid, const QueryWord& word);

}  // namespace notes

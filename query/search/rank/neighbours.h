// SPDX-License-Identifier: GPL-2.0-or-later
// Adds to the scores of candidates what it is worth that neighbours of the query stand together in
// them, and puts them in the order of their new scores.
#pragma once

#include <span>
#include <vector>

#include <xapian.h>

#include "query/search/rank/candidate.h"
#include "query/search/words/query_words.h"
#include "query/search/words/stem_weights.h"

namespace notes {

void favour_neighbours(std::span<Candidate> candidates, const std::vector<QueryWord>& words,
                       const Xapian::Database& database, StemWeights& weights);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// A section is about what its note is about: a word of the query that weighs more in another
// section of the same note speaks for this one as well.
#pragma once

#include <span>
#include <vector>

#include "query/search/rank/candidate.h"
#include "query/search/words/query_words.h"
#include "query/search/words/stem_weights.h"

namespace notes {

// Raises the scores and puts the candidates in their order. Only sections among the candidates are
// asked; the others of a note have less to say. A word that is asked for alone has no context.
void favour_context(std::span<Candidate> candidates, const std::vector<QueryWord>& words,
                    StemWeights& weights);

}  // namespace notes

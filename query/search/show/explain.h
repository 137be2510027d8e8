// SPDX-License-Identifier: GPL-2.0-or-later
// Explains how a query was read and what a hit's score is made of, for --explain. Slow: each
// ingredient of each hit is matched separately.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"
#include "query/search/match/matching.h"
#include "query/search/show/hit.h"

namespace notes {

// The words with their terms, the tree, the reading and why, and what each stage found.
std::vector<std::string> explain_query(const ParsedQuery& parsed, const QueryPlan& plan,
                                       const std::vector<StageMatches>& matches);

std::vector<ScorePart> explain_score(Xapian::docid docid,
                                     const std::vector<Ingredient>& ingredients,
                                     const SearchIndex& in);

}  // namespace notes

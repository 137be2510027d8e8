// SPDX-License-Identifier: GPL-2.0-or-later
// Orders the matches of all stages: by stage, then by boosted score.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/search/match/matching.h"
#include "query/search/rank/boosts.h"
#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

std::vector<Candidate> rank(const std::vector<StageMatches>& matches, const RankedBy& by,
                            const SearchRequest& request, const Xapian::Database& database);

}  // namespace notes

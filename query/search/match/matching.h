// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the stages of a plan: which sections match, how many do, and in which order the index ranks
// them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/search/match/query_plan.h"
#include "query/search/match/text_check.h"
#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

struct StageMatches {
  Stage stage;
  std::vector<Candidate> candidates = {};  // as the index ranks them
  std::uint64_t count = 0;
  std::uint64_t full_count = 0;  // of them, how many match in full
  bool is_exact = true;          // the counts are
  std::string remark = {};       // when not all could be looked through
};

// `check` is what only the text can tell; null when the index answers alone. A stage whose sections
// no page that is asked for can show is only counted.
std::vector<StageMatches> match(const QueryPlan& plan, const SearchRequest& request,
                                TextCheck* check, const CheckedIndex& in);

// Adds the totals and what there is to say about them.
void count_matches(const std::vector<StageMatches>& matches, SearchResult& result);

}  // namespace notes

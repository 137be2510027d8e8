// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the stages of a plan: finds which sections match, how many, and in which order the index
// ranks them.
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
  std::vector<Candidate> candidates = {};  // in the order of the index
  std::uint64_t count = 0;
  std::uint64_t full_count = 0;  // how many match in full
  bool is_exact = true;          // whether both counts are exact
  std::string remark = {};       // if not all sections could be checked
};

// `check` decides what only the text can; null if the index suffices. A stage is only counted if
// its sections cannot be on the requested page.
std::vector<StageMatches> match(const QueryPlan& plan, const SearchRequest& request,
                                TextCheck* check, const CheckedIndex& in);

void count_matches(const std::vector<StageMatches>& matches, SearchResult& result);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the stages of a plan: finds which sections match, how many, and in which order the index
// ranks them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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

struct PlannedSearch {
  const QueryPlan& plan;
  const SearchRequest& request;
  const TextCheck& check;  // decides what only the text can
  const SearchIndex& in;
};

// Runs the stages up to the first of partial matches.
std::vector<StageMatches> match(const PlannedSearch& search);

// What to do with partial matches: those that cannot be on the page need not be ranked.
enum class Partial : std::uint8_t { ranked, counted };

// Runs the rest of the plan. Returns whether there are more candidates.
bool match_rest(const PlannedSearch& search, Partial partial, std::vector<StageMatches>& matches);

void count_matches(const std::vector<StageMatches>& matches, SearchResult& result);

}  // namespace notes

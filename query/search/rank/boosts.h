// SPDX-License-Identifier: GPL-2.0-or-later
// Orders the matches of all stages: by stage, then by score, with boosts that raise or lower the
// scores of the best candidates in addition to the weights of the index (ranking.h). One table
// lists the boosts. They work on values; only rank() reads the database.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/search/match/matching.h"
#include "query/search/search.h"

namespace notes {

std::vector<Candidate> rank(const std::vector<StageMatches>& matches, const PlannedSearch& search);

// What the index says about one section.
struct Evidence {
  std::vector<double> weights;  // of RankInputs::stems; 0 = not in the section
  std::string sequence = {};    // see document_terms.h
  bool is_link_list = false;
};

struct RankInputs {
  const QueryPlan& plan;
  const SearchRequest& request;
  std::vector<std::string> stems;  // of the words and the row, each once, sorted
  std::unordered_map<Xapian::docid, Evidence> evidence = {};
};

// Applies all boosts to candidates that have evidence, and sorts them by their new scores.
void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs);

}  // namespace notes

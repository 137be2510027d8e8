// SPDX-License-Identifier: GPL-2.0-or-later
// Orders the matches of all stages: by stage, then by score, with boosts that raise or lower the
// scores of the best candidates in addition to the weights of the index (ranking.h). One table
// lists the boosts. They work on values; only rank() reads the database. Then folds what would be
// shown twice (nested sections and twins), and cuts the list.
#pragma once

#include <cstddef>
#include <span>
#include <string>
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

// The matches in the order of the list, ranked, folded and cut.
std::vector<Candidate> arrange(const std::vector<StageMatches>& matches,
                               const PlannedSearch& search);

// How many candidates the boosts reorder: the first ones in the order of the index. The rest keep
// that order, so that pages agree.
std::size_t boosted_size(const SearchRequest& request);

// How many candidates to look at for the requested page, in whole blocks of boosted_size.
std::size_t window_size(const SearchRequest& request);

// Whether these full matches leave no place for partial ones.
bool fills_page(const std::vector<Candidate>& full, const SearchRequest& request);

// Leaves out partial matches if there are enough full ones, and keeps the best section of each
// group, with the number of others.
std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request);

}  // namespace notes

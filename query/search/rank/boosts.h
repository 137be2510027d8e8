// SPDX-License-Identifier: GPL-2.0-or-later
// Raises or lowers the scores of the best candidates, in addition to the weights of the index
// (ranking.h). One table lists the rules. Works on values; only read_rank_inputs reads the
// database.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/search/rank/candidate.h"
#include "query/search/rank/shares.h"
#include "query/search/search_request.h"
#include "query/search/words/query_words.h"

namespace notes {

using StemWeights = std::unordered_map<Xapian::docid, double>;

struct RankedBy {
  std::vector<QueryWord> words = {};
  std::vector<std::string> row = {};  // stems in the order typed, including stop words
  Shares shares = {};
};

struct RankInputs {
  RankedBy by;
  std::map<std::string, StemWeights> weights;                // of each stem
  std::unordered_map<Xapian::docid, std::string> sequences;  // see document_terms.h
  std::set<Xapian::docid> link_lists = {};
  int recency_days = 0;  // as in SearchRequest
  CivilDay today;
};

RankInputs read_rank_inputs(const Xapian::Database& database, std::span<const Candidate> candidates,
                            const RankedBy& by, const SearchRequest& request);

// Applies all boosts and sorts the candidates by their new scores.
void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs);

}  // namespace notes

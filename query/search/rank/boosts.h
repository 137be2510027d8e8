// SPDX-License-Identifier: GPL-2.0-or-later
// What raises or lowers the best candidates beside the evidence that the index weighs (ranking.h):
// a table with one row a rule. Works on values; the database is read in read_rank_inputs alone.
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

// By document, of those that have the stem.
using StemWeights = std::unordered_map<Xapian::docid, double>;

// What the boosts go by.
struct RankedBy {
  std::vector<QueryWord> words = {};
  std::vector<std::string> row = {};  // stems as typed side by side, stop words too
  Shares shares = {};
};

struct RankInputs {
  RankedBy by;
  std::map<std::string, StemWeights> weights;                // of each stem
  std::unordered_map<Xapian::docid, std::string> sequences;  // see word_sequence.h
  std::set<Xapian::docid> link_lists = {};
  int recency_days = 0;  // as in SearchRequest
  CivilDay today;
};

RankInputs read_rank_inputs(const Xapian::Database& database, std::span<const Candidate> candidates,
                            const RankedBy& by, const SearchRequest& request);

// Applies all boosts and puts the candidates in the order of their new scores.
void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs);

}  // namespace notes

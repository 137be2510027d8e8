// SPDX-License-Identifier: GPL-2.0-or-later
// Raises or lowers the scores of the best candidates, in addition to the weights of the index
// (ranking.h). One table lists the rules. Works on values; only read_rank_inputs reads the
// database.
#pragma once

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

struct RankedBy {
  std::vector<QueryWord> words = {};
  std::vector<std::string> row = {};  // stems in the order typed, including stop words
  Shares shares = {};
};

// What the index says about one section.
struct Evidence {
  std::vector<double> weights;  // of RankInputs::stems; 0 = not in the section
  std::string sequence = {};    // see document_terms.h
  bool is_link_list = false;
};

struct RankInputs {
  RankedBy by;
  std::vector<std::string> stems;  // of the words and the row, each once, sorted
  std::unordered_map<Xapian::docid, Evidence> evidence;
  int recency_days = 0;  // as in SearchRequest
  CivilDay today;
};

// `docids` are sorted.
RankInputs read_rank_inputs(const Xapian::Database& database,
                            const std::vector<Xapian::docid>& docids, const RankedBy& by,
                            const SearchRequest& request);

// Applies all boosts to candidates that have evidence, and sorts them by their new scores.
void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs);

}  // namespace notes

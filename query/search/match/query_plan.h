// SPDX-License-Identifier: GPL-2.0-or-later
// How a query is matched, in order: each stage is tried after the ones before it, and says how its
// sections match. See "Matching" in the README.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/ranking.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"
#include "query/search/words/word_reading.h"

namespace notes {

struct Stage {
  std::string purpose;  // for --explain
  Xapian::Query query;
  Matched matched = Matched::all;
  // Which of its sections match in full after all; empty = none.
  Xapian::Query full = {};
  bool only_if_nothing_before = false;
  bool is_whole_title = false;  // its sections are called what was typed: they stand first
};

struct QueryPlan {
  Shares shares;
  std::vector<QueryWord> words;         // none: there is nothing to rank by, the newest come first
  std::vector<Ingredient> ingredients;  // of scores
  std::vector<std::string> row;         // as in WordReading
  std::vector<Condition> conditions;
  std::vector<Stage> stages;
  bool in_tiers = false;  // full matches first, then those with some of the words
};

// Ordered by date, only full matches are worth listing.
QueryPlan plan_query(const ParsedQuery& parsed, WordReading reading, const SearchRequest& request,
                     const CompileContext& context);

}  // namespace notes

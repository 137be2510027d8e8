// SPDX-License-Identifier: GPL-2.0-or-later
// How a query is matched, in order: each stage is tried after the ones before it, and says how its
// sections matched. See "Matching" in the README.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"
#include "query/search/words/query_words.h"

namespace notes {

struct Stage {
  Matched matched = Matched::all;
  bool only_if_nothing_before = false;  // tried only when no earlier stage found anything
  bool by_date = false;                 // there are no words to rank by: newest first
  std::string purpose;                  // for --explain
  Xapian::Query query;
};

struct QueryPlan {
  std::vector<QueryWord> words;
  Filters filters;
  std::vector<Stage> stages;
};

// Ordered by date, only full matches are worth listing. `words` are those of the tree, relaxed
// where the index does not know them.
QueryPlan plan_query(const ParsedQuery& parsed, std::vector<QueryWord> words,
                     const SearchRequest& request, const CompileContext& context);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Decides how to match a query: which stages to try, in which order, and how their sections match.
// See HOW A QUERY IS READ in man/notes-query-syntax.7.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"
#include "query/search/rank/ranking.h"
#include "query/search/search.h"
#include "query/search/words/word_reading.h"

namespace notes {

struct Stage {
  std::string purpose;  // for --explain
  Xapian::Query query;
  Matched matched = Matched::all;
  // Which sections of the stage are full matches after all; empty = none.
  Xapian::Query full = {};
  bool only_if_nothing_before = false;
  bool is_whole_title = false;  // its sections have the query as their title and come first
};

struct QueryPlan {
  Shares shares;
  std::vector<QueryWord> words;         // if there are none, the newest sections are listed
  std::vector<double> line_weights;     // what each word adds to a line that shows it
  std::vector<Ingredient> ingredients;  // of the score
  std::vector<std::string> row;         // as in WordReading
  std::vector<Condition> conditions;
  std::vector<Stage> stages;
  bool in_tiers = false;      // full matches first, then those with some of the words
  bool names_shared = false;  // hits name the words that they share, for --like
};

// Plans only full matches if the order is by date.
QueryPlan plan_query(const ParsedQuery& parsed, WordReading reading, const SearchRequest& request,
                     const SearchIndex& in);

}  // namespace notes

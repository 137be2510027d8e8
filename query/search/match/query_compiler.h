// SPDX-License-Identifier: GPL-2.0-or-later
// Turns words and trees into Xapian queries that say which sections match. What a match is worth is
// ranking.h's job: nothing here carries a weight on purpose.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/words/query_words.h"

namespace notes {

// What turning a query into terms needs.
struct CompileContext {
  Analyzer& analyzer;
  const Xapian::Database& database;
};

// Whether what a word may mean, if it is a slip, is as good as the word.
enum class Guesses : std::uint8_t { do_not_count, count };

// Sections whose own text or inherited titles have the word or a synonym of it.
Xapian::Query has_word(const QueryWord& word, Guesses guesses = Guesses::do_not_count);
std::vector<Xapian::Query> has_each(const std::vector<QueryWord>& words, Guesses guesses);

// Sections that have each of the words.
Xapian::Query has_words(const std::vector<QueryWord>& words);

// Sections that satisfy the field condition.
Xapian::Query meets_condition(const Condition& condition, const CompileContext& context);

// Sections that are mostly links.
Xapian::Query lists_of_links();

// Whether the text decides what the index only narrows down: a phrase, a regular expression, or a
// group with one.
bool needs_text(const QueryNode& node);

// Whether the index finds the section for this part of a query.
bool finds_section(const QueryNode& node, const std::string& section_id,
                   const CompileContext& context);

// The whole tree as written; where only the text can tell, every section. Stop words are dropped
// unless `words` holds nothing else.
Xapian::Query matches_tree(const QueryNode& node, const CompileContext& context);

// A query taken apart: what every hit must satisfy whatever the words do.
struct Filters {
  Xapian::Query required;             // empty = none
  Xapian::Query excluded;             // empty = none
  std::vector<Condition> conditions;  // those in `required`

  // `query` within the filters; its weights stay.
  Xapian::Query apply(Xapian::Query query) const;
};

// The conditions and exclusions that stand at the top of the tree (or are the tree).
Filters top_filters(const QueryNode& root, const CompileContext& context);

// Conjunction and disjunction without weights of structure; empty lists give an empty query.
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

}  // namespace notes

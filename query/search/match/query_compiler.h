// SPDX-License-Identifier: GPL-2.0-or-later
// Turns words and trees into Xapian queries that find the matching sections. ranking.h decides what
// a match is worth, so these queries have no weights of their own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/words/query_words.h"

namespace notes {

struct CompileContext {
  Analyzer& analyzer;
  const Xapian::Database& database;
};

// Whether a guess at a misspelt word counts like the word itself.
enum class Guesses : std::uint8_t { do_not_count, count };

// Sections whose own text or inherited titles have the word or a synonym of it.
Xapian::Query has_word(const QueryWord& word, Guesses guesses = Guesses::do_not_count);
std::vector<Xapian::Query> has_each(const std::vector<QueryWord>& words, Guesses guesses);

Xapian::Query has_words(const std::vector<QueryWord>& words);

Xapian::Query meets_condition(const Condition& condition, const CompileContext& context);

Xapian::Query lists_of_links();

// Whether the text must be checked, because the index only narrows down the matches: for a phrase,
// a regular expression, or a group with one.
bool needs_text(const QueryNode& node);

// Whether the section matches this part of a query, according to the index alone.
bool finds_section(const QueryNode& node, Xapian::docid section, const CompileContext& context);

// The whole tree as written. Parts that only the text can decide match every section. Drops stop
// words unless there are no other words.
Xapian::Query matches_tree(const QueryNode& node, const CompileContext& context);

// What every hit must satisfy, whatever the words.
struct Filters {
  Xapian::Query required;             // empty = none
  Xapian::Query excluded;             // empty = none
  std::vector<Condition> conditions;  // those in `required`

  // Restricts `query` to the filters and keeps its weights.
  Xapian::Query apply(Xapian::Query query) const;
};

// The conditions and exclusions at the top of the tree (or the tree itself).
Filters top_filters(const QueryNode& root, const CompileContext& context);

// AND and OR. Empty lists give an empty query.
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

}  // namespace notes

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

// Whether a guess at a misspelt word counts like the word itself.
enum class Guesses : std::uint8_t { do_not_count, count };

// Sections whose own text or inherited titles have the word or a synonym of it.
Xapian::Query has_word(const QueryWord& word, Guesses guesses = Guesses::do_not_count);
std::vector<Xapian::Query> has_each(const std::vector<QueryWord>& words,
                                    Guesses guesses = Guesses::do_not_count);

// Sections that have all of the words together with the sections below them, joined when the query
// runs, so that no document repeats the text of those. A phrase must be in one section.
Xapian::Query has_words_spread(const std::vector<QueryWord>& words);

// Matches nothing: the empty query, which does so in Xapian, means no condition here.
Xapian::Query no_section();

Xapian::Query meets_condition(const Condition& condition, const SearchIndex& in);

Xapian::Query lists_of_links();

// Whether the text must be checked, because the index only narrows down the matches: for a phrase,
// a regular expression, or a group with one.
bool needs_text(const QueryNode& node);

// The whole tree as written. Parts that only the text can decide match every section. Drops stop
// words unless there are no other words.
Xapian::Query matches_tree(const QueryNode& node, const SearchIndex& in);

// AND and OR. Empty lists give an empty query.
Xapian::Query all_of(const std::vector<Xapian::Query>& queries);
Xapian::Query any_of(const std::vector<Xapian::Query>& queries);

// The number of sections in other notes that link to the note of this section.
std::uint32_t count_links_to(Xapian::docid note, const Xapian::Database& database);

// A tag or a name.
struct Label {
  std::string folded;
  std::string written;  // in the spelling of most sections
  Xapian::doccount sections = 0;
  bool without_marks = false;  // `folded` has no accents but `written` has; the index has both
};

// The labels of a field that start with `start`, sorted.
std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start);

// For conditions that no section meets: what else the user may have meant.
std::vector<std::string> notes_on_unmet(const std::vector<Condition>& conditions,
                                        const SearchIndex& in);

}  // namespace notes

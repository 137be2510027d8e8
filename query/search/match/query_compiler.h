// SPDX-License-Identifier: GPL-2.0-or-later
// Turns words and trees into Xapian queries that find the matching sections, and runs them without
// ranking: ranking.h decides what a match is worth. Makes the parts of a query that are not terms:
// words in a row or near each other are found by the sequence of words stored for each section
// instead of position lists. Also lists terms and reads values in a slot.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/document_terms.h"
#include "common/text/analyzer.h"
#include "query/language/query_parser.h"
#include "query/search/words/query_words.h"

namespace notes {

using Docids = std::vector<Xapian::docid>;

// Sorted.
Docids all_matches(const Xapian::Query& query, const Xapian::Database& database);

// The first matches by docid, at most `most`. Counts at least `counted` of them exactly.
Xapian::MSet unranked(const Xapian::Query& query, const Xapian::Database& database,
                      Xapian::doccount most, Xapian::doccount counted = 0);

// Matches these sections, which are sorted, or those that `find` returns. Calls `find` once, when
// the query first runs.
Xapian::Query only(Docids docids);
Xapian::Query only_found(std::function<Docids(const Xapian::Database&)> find);

// Matches the sections whose value in the slot passes a check. Combine it with terms that narrow it
// down: it claims to match every section, so Xapian asks it last, and only about sections that
// match the rest.
using Check = std::function<bool(const std::string& value)>;
Xapian::Query only_checked(Xapian::valueno slot, Check passes);

// A `sequence` is the words of a section in order (slot::words), and these stand for some words.
using WordPrints = std::vector<WordPrint>;

WordPrints prints_of(const std::vector<std::string>& stems);
inline bool has_any(std::string_view sequence, const WordPrints& prints) {
  for (std::size_t i = 0; i < word_count(sequence); ++i)
    if (std::ranges::find(prints, word_at(sequence, i)) != prints.end()) return true;
  return false;
}

// Finds words that follow each other directly, and what comes after them.
bool has_row(std::string_view sequence, const WordPrints& words);
std::set<WordPrint> prints_behind(std::string_view sequence, const WordPrints& row);

// Whether all of these words (at least two, all different) are within `window` successive words.
bool has_window(std::string_view sequence, const WordPrints& words, std::size_t window);

// Sections whose own text has the stems like that; they are weighted as single words. One stem
// matches as a plain word, and none matches nothing. If there are `last_words` (also stems), a word
// that looks like one of them follows the row.
Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words = {});
Xapian::Query near_each_other(std::vector<std::string> stems, std::size_t window);

// Those of the `docids` that match, in any order.
std::set<Xapian::docid> matches_among(Docids docids, const Xapian::Query& query,
                                      const Xapian::Database& database);

// The terms of a section that start with `start`, sorted.
std::vector<std::string> terms_of(Xapian::docid docid, const Xapian::Database& database,
                                  std::string_view start);

struct CountedTerm {
  std::string text;               // without its prefix
  Xapian::doccount sections = 0;  // that have it
};

// The terms that start with `from`, which starts with their prefix; sorted.
std::vector<CountedTerm> terms_from(const Xapian::Database& database, const std::string& from,
                                    std::string_view prefix);

// Reads the values of a slot for ascending docids in one sweep: faster than looking up each.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // Empty if the document has no value.
  std::string value_of(Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

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

// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query, with their terms in the index, in the order typed. Made once, and used for
// matching, ranking, snippets and explanations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/open_index.h"
#include "common/text/analyzer.h"
#include "common/text/byte_range.h"
#include "query/language/query_parser.h"

namespace notes {

// The signs of a phrase in a gap before, between or after its words; a text must have the same
// ones. Ignores case, composition and the number of blanks.
using Signs = std::u32string;  // folded; empty = any

// Which sides of a gap have words, or digits.
enum class Gap : std::uint8_t {
  before_words,
  between_words,
  between_digits,
  after_words,
  no_words
};

// Finds `signs` in a gap of a text: at its end before words, all of it between words, at its start
// after words, and anywhere if there are no words. Empty signs are in every gap.
std::optional<ByteRange> find_signs(const Signs& signs, std::string_view gap, Gap kind);

// An open index, and the analyzer of the language of its notes.
struct SearchIndex {
  const OpenIndex& index;
  Analyzer& analyzer;
  const Xapian::Database& database = index.database;
};

struct QueryWord {
  std::string typed;                // for messages
  std::vector<std::string> stems;   // in order; one for a plain word
  std::vector<std::string> exacts;  // for each stem, the word as written
  std::string joined;               // a compound without its punctuation; empty = none
  std::string sigil;                // `c++`; empty = none
  bool sigil_is_all = false;        // not only the start of the word, as in .env.local
  std::string prefix;  // for `pre*`: the start of its last word, which follows the stems
  std::vector<std::string> expansions;  // terms of words that start like this, most common first
  std::size_t expansion_count = 0;      // may be more than `expansions` holds
  Xapian::Query any_expansion;          // the sections that have any of them, without weight
  bool quoted = false;                  // the words must be as written, in this order
  std::vector<Signs> signs;             // for a phrase: before, between and after its words
  bool stop_word = false;
  bool is_guess = false;            // a guess at a misspelt word: never as good as the word itself
  std::uint32_t count = 1;          // how often the query has it
  std::vector<QueryWord> synonyms;  // as good as the word, except guesses; have none themselves
  std::vector<QueryWord> becoming;  // what a word that is still being typed may become
};

// Puts the word at index `at`. If there already is one that finds the same sections, only that
// one's count grows. Returns the index after it.
std::size_t add_word(std::vector<QueryWord>& words, std::size_t at, QueryWord word);

// Analyzes a word, phrase or prefix. With an index, finds the words that a prefix stands for: see
// below. Without a node, a phrase is a row of words like a compound, not one in quotes.
QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer);
QueryWord make_query_word(const QueryNode& node, const SearchIndex& in);
QueryWord make_query_word(std::string text, NodeKind kind, Analyzer& analyzer);

// Whether every stem of the word is in the index.
bool is_known(const QueryWord& word, const Xapian::Database& database);

// The words that a match can have, each once; not those of exclusions and conditions. If all are
// stop words, none is marked as one.
std::vector<QueryWord> collect_query_words(const QueryNode& root, const SearchIndex& in);

// Whether the stem has more weight in the section than the titles above contribute.
bool is_own_word(const std::string& stem, Xapian::docid section, const SearchIndex& in);

// Whether somebody wrote the stem as a word: some section has it in its own text, but none of the
// `other_forms`, terms of other words with this stem.
bool is_written(const std::string& stem, const std::vector<std::string>& other_forms,
                const SearchIndex& in);

// The weight of a term in a document; 0 if it is not there.
Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term);

// Prefixes: `pre*`, a word of which only the start was typed, stands for all words in the index
// that start with it, in any form: diabe* finds Diabète. As a condition, a prefix of three letters
// or more matches exactly; for ranking, only the kRankedBegunWords most common words count. A
// shorter prefix stands for these words only, because too many words start with it. In a row of
// words ("cold pro*") only the last one can be a prefix. While a query is being typed (--partial),
// its last word is both a word and a prefix, see QueryWord::becoming.
inline constexpr std::size_t kRankedBegunWords = 200;

// Whether some form of the term starts with `start`.
bool begins_with(const Term& term, std::string_view start);

// Whether so many words start like the word's prefix that only some of them are meant.
bool has_few_letters(const QueryWord& word);

// Adds the words that a word still being typed may become, if there are any.
void add_becoming(QueryWord& word, const SearchIndex& in);

// Tells the user what is not searched for, or does not count for ranking.
std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words);

}  // namespace notes

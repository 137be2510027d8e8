// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query as the index knows them: each content word with its terms, in the order
// typed. Made once; matching, ranking, snippets and explanations all work on this list.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/words/phrase_signs.h"

namespace notes {

struct QueryWord {
  std::string typed;                    // for messages
  std::vector<std::string> stems;       // of its words in order: one for a plain word
  std::vector<std::string> exacts;      // of each stem: the word as written
  std::string joined;                   // a compound without its punctuation; empty = none
  std::string sigil;                    // `c++`; empty = none
  bool sigil_is_all = false;            // not only the start of the word, as in .env.local
  std::string prefix;                   // of `pre*`: how its last word starts, after those in stems
  std::vector<std::string> expansions;  // terms of words that start so, the most common first
  std::size_t expansion_count = 0;      // may be more than `expansions` holds
  bool quoted = false;                  // the words as written, in this order
  std::vector<Signs> signs;             // of a phrase: before, between and after its words
  bool stop_word = false;
  bool is_guess = false;    // what a mistyped word may mean: never as good as the word itself
  std::uint32_t count = 1;  // how often the query has it
  std::vector<QueryWord> synonyms;  // as good as the word, except for guesses; have none themselves
  std::vector<QueryWord> becoming;  // what a word that is still being typed may become
};

// Whether they find the same.
bool same_terms(const QueryWord& a, const QueryWord& b);

// Analyzes a word, phrase or prefix node.
QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer);

QueryWord make_query_word(std::string text, NodeKind kind, Analyzer& analyzer);

// The same with the words of the index that a prefix means, see begun_words.h.
QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer,
                          const Xapian::Database& database);

// Whether every stem of the word is somewhere in the index.
bool is_known(const QueryWord& word, const Xapian::Database& database);

// The words that a match may have, each once: not those of exclusions and conditions. If all of
// them are stop words, none is marked as one.
std::vector<QueryWord> collect_query_words(const QueryNode& root, Analyzer& analyzer,
                                           const Xapian::Database& database);

}  // namespace notes

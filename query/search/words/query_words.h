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
  std::string typed;                // for messages
  std::vector<std::string> stems;   // of its words in order: one for a plain word
  std::vector<std::string> exacts;  // beside each stem: the word as written
  std::string joined;               // a compound without its punctuation; empty = none
  std::string sigil;                // `c++`; empty = none
  bool sigil_is_all = false;        // and not only its first part, as in .env.local
  std::string prefix;               // of `pre*`: how its last word begins, behind those in stems
  std::vector<std::string> expansions;  // terms of words that begin so, the commonest first
  std::size_t expansion_count = 0;      // more than in `expansions` where the prefix is short
  bool quoted = false;                  // the words as written, in this order
  std::vector<Signs> signs;             // of a phrase: before, between and behind its words
  bool stop_word = false;
  bool is_guess = false;            // what a mistyped word may mean: never as good as the word
  std::uint32_t count = 1;          // how often it stands in the query
  std::vector<QueryWord> synonyms;  // as good as the word, but for guesses; without synonyms
  std::vector<QueryWord> becoming;  // of a word that is still being typed: the words it may become
};

// Whether they find the same.
bool same_terms(const QueryWord& a, const QueryWord& b);

// Analyzes a word, phrase or prefix node.
QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer);

// The same with the words of the index that a prefix stands for.
QueryWord make_query_word(const QueryNode& node, Analyzer& analyzer,
                          const Xapian::Database& database);

// What is not looked for, or not counted, of the words that a prefix stands for; for people.
std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words);

// The words that a match may hold, that is outside exclusions and conditions, each once. Words that
// are all stop words count as none.
std::vector<QueryWord> collect_query_words(const QueryNode& root, Analyzer& analyzer,
                                           const Xapian::Database& database);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Prefixes: `pre*`, a word of which only the start was typed.
//
// A prefix stands for all words in the index that start with it, in any form: diabe* finds Diabète.
// As a condition, a prefix of three letters or more matches exactly; for ranking, only the
// kRankedBegunWords most common words count. A shorter prefix stands for these words only, because
// too many words start with it. In a row of words ("cold pro*") only the last one can be a prefix.
// While a query is being typed (--partial), its last word is both a word and a prefix, see
// QueryWord::becoming.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

inline constexpr std::size_t kRankedBegunWords = 200;

// Whether some form of the term starts with `start`.
bool begins_with(const Term& term, std::string_view start);

// Whether so many words start like the word's prefix that only some of them are meant.
bool has_few_letters(const QueryWord& word);

// Whether the last word of a phrase is a prefix.
bool is_begun(std::string_view phrase);

// Turns the last of the word's stems into its prefix.
void begin_last_word(QueryWord& word);

// Sets the words in the index that the word's prefix stands for, most common first.
void expand(QueryWord& word, const SearchIndex& in);

// The same, while the user may still be typing the word. For one or two letters there are too many
// words to look at, so it takes ten from a sample of sections.
void expand_unfinished(QueryWord& word, const SearchIndex& in);

// Adds the words that a word still being typed may become, if there are any.
void add_becoming(QueryWord& word, const SearchIndex& in);

// Tells the user what is not searched for, or does not count for ranking.
std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words);

}  // namespace notes

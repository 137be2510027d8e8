// SPDX-License-Identifier: GPL-2.0-or-later
// `pre*`: a word of which only the start was typed.
//
// It means every word of the index that starts so, in any form that the index has: diabe* finds
// Diabète. As a condition a start of three letters or more is exact; of its words the
// kRankedBegunWords most common ones count for the order. A shorter start means these most common
// words and no others, because too many words start so. In a row of words ("cold pro*") only the
// last one may be a start. While a query is being typed (--partial), its last word is a word and a
// start at once, see QueryWord::becoming.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/words/query_words.h"

namespace notes {

inline constexpr std::size_t kMinExactLetters = 3;
inline constexpr std::size_t kRankedBegunWords = 200;

// Whether a term starts so in any of its forms.
bool begins_with(const Term& term, std::string_view start);

// Whether the last word of a phrase is only a start.
bool is_begun(std::string_view phrase);

// Makes the last of the word's stems its prefix.
void begin_last_word(QueryWord& word);

// Fills in the words of the index that the word's prefix means, the most common first.
void expand(QueryWord& word, const Xapian::Database& database, Analyzer& analyzer);

// The same while the user may still be typing the word. Too many words start with one or two
// letters to look at them all: then it takes ten from a sample of the sections.
void expand_unfinished(QueryWord& word, const Xapian::Database& database, Analyzer& analyzer);

// Gives a word that is still being typed the words that it may become, if there are any.
void add_becoming(QueryWord& word, const Xapian::Database& database, Analyzer& analyzer);

// What is not searched for, or does not count for the order; for people.
std::vector<std::string> notes_on_prefixes(const std::vector<QueryWord>& words);

}  // namespace notes

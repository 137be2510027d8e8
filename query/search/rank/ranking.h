// SPDX-License-Identifier: GPL-2.0-or-later
// The score of a match is a sum of ingredients, each with a measured benefit (tests/relevance).
// Knows nothing about tiers and filters, which are part of the query it is given.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "query/language/query_parser.h"
#include "query/search/words/query_words.h"

namespace notes {

// tests/relevance/ablation.py changes these, one at a time. The first five are not the same for a
// look-up and a question.
struct Shares {
  double exact = 0;     // the word as written, in addition to its stem
  double title = 0;     // the word in the section's own title
  double near = 0;      // two neighbours in the query within a few words
  double row = 0;       // one directly after the other
  double stop_row = 0;  // the same, if one of them is a stop word
  double synonym = .8;  // a synonym instead of the word; less than 1
  double all = .3;      // having every word
  double guess = .9;    // a guess at a misspelt word
  double context = .2;  // for a word that has more weight elsewhere in the note
  double foreign = .6;  // lost for a word that is not in the own text
  double links = .5;    // lost by a list of links
};

// A look-up uses the words of what it looks for; a question uses words of its own.
const Shares& shares_of(Reading reading);

// The weighting scheme for an Enquire.
std::unique_ptr<Xapian::Weight> weighting_scheme();

// One thing that adds to the score of a section.
struct Ingredient {
  std::string_view name;  // kWordIngredient, "exact", "synonym", "title", "prefix", "all words"
  std::string term;       // for people
  Xapian::Query query;
};

inline constexpr std::string_view kWordIngredient = "word";

// Everything that the words, including stop words, can add to a score.
std::vector<Ingredient> word_ingredients(const std::vector<QueryWord>& words, const Shares& shares);

// An extra for having every word, for queries that do not require them.
Ingredient all_words_ingredient(const std::vector<QueryWord>& words, const Shares& shares);

// Matches sections with any of the ingredients, and adds up their weights.
Xapian::Query evidence(const std::vector<Ingredient>& ingredients);

// Matches the sections of `structure`, weighted by the ingredients. Sections without any come last.
Xapian::Query ranked(const Xapian::Query& structure, const std::vector<Ingredient>& ingredients);

}  // namespace notes

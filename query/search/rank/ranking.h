// SPDX-License-Identifier: GPL-2.0-or-later
// What a match is worth: the recipe, each ingredient kept for a measured gain (tests/relevance).
// Knows nothing of tiers and filters but that they are given as one query.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/search/rank/shares.h"
#include "query/search/words/query_words.h"

namespace notes {

// The weighting scheme for an Enquire.
std::unique_ptr<Xapian::Weight> weighting_scheme();

// One thing that can speak for a section.
struct Ingredient {
  std::string name;  // kWordIngredient, "exact", "synonym", "title", "prefix", "all words"
  std::string term;  // for people
  Xapian::Query query;
};

inline constexpr const char* kWordIngredient = "word";

// All that the words, stop words among them, can give to a score.
std::vector<Ingredient> word_ingredients(const std::vector<QueryWord>& words, const Shares& shares);

// Having every word, beside each of them: for where not all sections have.
Ingredient all_words_ingredient(const std::vector<QueryWord>& words, const Shares& shares);

// Every section with any of the ingredients, by their sum.
Xapian::Query evidence(const std::vector<Ingredient>& ingredients);

// The sections that `structure` matches, by the evidence in them; without any they come last.
Xapian::Query ranked(const Xapian::Query& structure, const std::vector<Ingredient>& ingredients);

}  // namespace notes

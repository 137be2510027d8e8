// SPDX-License-Identifier: GPL-2.0-or-later
// What a match is worth: the recipe, each ingredient kept for a measured gain (tests/relevance).
// Knows nothing of tiers and filters but that they are given as one query.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/search/query_words.h"

namespace notes {

// The weighting scheme for an Enquire.
std::unique_ptr<Xapian::Weight> weighting_scheme();

// One thing that can speak for a section.
struct Ingredient {
  std::string name;  // kWordIngredient, "exact", "title", "prefix", "all words", "near"
  std::string term;  // for people
  Xapian::Query query;
};

inline constexpr const char* kWordIngredient = "word";

// All that the score of `words` is the sum of.
std::vector<Ingredient> ingredients(const std::vector<QueryWord>& words);

// Every section with any of the words, by how much speaks for it. No phrases: cheap under filters.
Xapian::Query evidence(const std::vector<QueryWord>& words);

// The evidence for the sections that `structure` matches (all when empty), with the bonuses for
// having all the words and for having neighbours near. Sections without any evidence are left out.
Xapian::Query ranked(const std::vector<QueryWord>& words, const Xapian::Query& structure);

}  // namespace notes

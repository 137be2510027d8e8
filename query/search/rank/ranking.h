// SPDX-License-Identifier: GPL-2.0-or-later
// What a match is worth: the recipe, each ingredient kept for a measured gain (tests/relevance).
// Knows nothing of tiers and filters but that they are given as one query.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "query/search/words/query_words.h"

namespace notes {

// The weighting scheme for an Enquire.
std::unique_ptr<Xapian::Weight> weighting_scheme();

// One thing that can speak for a section.
struct Ingredient {
  std::string name;  // kWordIngredient, "exact", "synonym", "title", "prefix", "all words", "near",
                     // "in a row"
  std::string term;  // for people
  Xapian::Query query;
};

inline constexpr const char* kWordIngredient = "word";

// All that the score of `words` is the sum of.
std::vector<Ingredient> ingredients(const std::vector<QueryWord>& words);

// Every section with any of the words, by all that speaks for it but neighbours.
Xapian::Query evidence(const std::vector<QueryWord>& words);

// Neighbours of the query. Where both stand together, shares of their weights count once more;
// never much, and too slow to look at in every match: see neighbours.h.
using StemPair = std::pair<std::string, std::string>;
std::vector<StemPair> neighbour_pairs(const std::vector<QueryWord>& words);

struct NeighbourShares {
  double near = 0;      // within kNearWindow successive words
  double in_a_row = 0;  // one behind the other
};
NeighbourShares neighbour_shares(const std::vector<QueryWord>& words);

inline constexpr std::size_t kNearWindow = 4;

// The sections that `structure` matches, by the evidence in them; without any they come last.
Xapian::Query ranked(const Xapian::Query& structure, const std::vector<QueryWord>& words);

// The same, cheaper, where it is known that every section has all of the words (`all` is what says
// so, within any filters), or that none has.
Xapian::Query ranked_with_all(const Xapian::Query& all, const std::vector<QueryWord>& words);
Xapian::Query ranked_without_all(const Xapian::Query& structure,
                                 const std::vector<QueryWord>& words);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/ranking.h"

#include <algorithm>

#include "common/schema.h"
#include "query/search/match/query_compiler.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

constexpr Shares kLookUp{.exact = .75, .title = .4, .row = .1, .stop_row = .8};
constexpr Shares kQuestion{.exact = .25, .title = .25, .near = .08, .row = .08, .stop_row = .08};

using Xapian::Query;

// The parameter of IneB2: how quickly repetition and length lose their effect.
constexpr double kSaturation = 2;

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

Query in_title(const std::string& stem) {
  return Query(std::string(field(FieldId::title).prefix) + stem);
}

// Counts the stem and its synonyms as one word, so that a rare phrase does not outweigh the stem. A
// phrase is counted by its last word, in sections that have all of it.
Ingredient any_synonym(const QueryWord& word, const std::string& stem, double times) {
  std::vector<Query> counted{Query(stem)};
  std::vector<Query> standing{Query(stem)};
  std::string shown = stem;
  for (const QueryWord& synonym : word.synonyms) {
    if (synonym.is_guess) continue;
    counted.emplace_back(synonym.stems.back());
    standing.push_back(has_word(synonym));
    shown += " or " + synonym.typed;
  }
  const Query as_one(Query::OP_SYNONYM, counted.begin(), counted.end());
  return {"synonym", shown, scaled(Query(Query::OP_FILTER, as_one, any_of(standing)), times)};
}

// Counts all words that a half-typed word may become as one, in the text and in the title. So the
// answer to the finished word ranks high before the word is finished, and rare words do not
// dominate.
void add_becoming(const QueryWord& becoming, const Shares& shares, std::vector<Ingredient>& parts) {
  constexpr std::size_t kMost = 30;
  std::vector<Query> words;
  std::vector<Query> titles;
  for (const std::string& term : becoming.expansions) {
    words.emplace_back(term);
    if (!term.starts_with(prefix::exact)) titles.push_back(in_title(term));
    if (words.size() == kMost) break;
  }
  const std::string shown = becoming.typed + "*";
  const Query any(Query::OP_SYNONYM, words.begin(), words.end());
  const Query any_title(Query::OP_SYNONYM, titles.begin(), titles.end());
  parts.push_back({"prefix", shown, any});
  if (!titles.empty()) parts.push_back({"title", shown, scaled(any_title, shares.title)});
}

void add_word(const QueryWord& word, const Shares& shares, std::vector<Ingredient>& parts) {
  for (const QueryWord& becoming : word.becoming) add_becoming(becoming, shares, parts);
  if (!word.prefix.empty() && word.stems.empty()) {
    const auto ranked = std::min(word.expansions.size(), kRankedBegunWords);
    const auto end = word.expansions.begin() + static_cast<std::ptrdiff_t>(ranked);
    parts.push_back(
        {"prefix", word.prefix + "*", Query(Query::OP_OR, word.expansions.begin(), end)});
    return;
  }
  const double times = word.count * (word.is_guess ? shares.guess : 1);
  const bool has_synonyms = !std::ranges::all_of(word.synonyms, &QueryWord::is_guess);
  const double share = has_synonyms ? shares.synonym : 0;
  for (std::size_t i = 0; i < word.stems.size(); ++i) {
    const std::string& stem = word.stems[i];
    if (has_synonyms) parts.push_back(any_synonym(word, stem, share * times));
    parts.push_back({kWordIngredient, stem, scaled(Query(stem), (1 - share) * times)});
    parts.push_back({"title", stem, scaled(in_title(stem), shares.title * times)});
    if (word.exacts[i] == stem) continue;
    const Query exact(std::string(prefix::exact) + word.exacts[i]);
    parts.push_back({"exact", word.exacts[i], scaled(exact, shares.exact * times)});
  }
  for (const QueryWord& synonym : word.synonyms)
    if (synonym.is_guess) add_word(synonym, shares, parts);
}

}  // namespace

const Shares& shares_of(Reading reading) {
  return reading == Reading::sentence ? kQuestion : kLookUp;
}

std::unique_ptr<Xapian::Weight> weighting_scheme() {
  return std::make_unique<Xapian::IneB2Weight>(kSaturation);
}

std::vector<Ingredient> word_ingredients(const std::vector<QueryWord>& words,
                                         const Shares& shares) {
  std::vector<Ingredient> parts;
  for (const QueryWord& word : words) add_word(word, shares, parts);
  return parts;
}

Ingredient all_words_ingredient(const std::vector<QueryWord>& words, const Shares& shares) {
  return {"all words", "", scaled(all_of(has_each(words)), shares.all)};
}

Query evidence(const std::vector<Ingredient>& ingredients) {
  std::vector<Query> parts;
  for (const Ingredient& ingredient : ingredients) parts.push_back(ingredient.query);
  return any_of(parts);
}

Query ranked(const Query& structure, const std::vector<Ingredient>& ingredients) {
  return Query(Query::OP_AND_MAYBE, scaled(structure, 0), evidence(ingredients));
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/ranking.h"

#include "common/schema.h"
#include "query/search/match/query_compiler.h"
#include "query/search/match/standing_together.h"

namespace notes {
namespace {

using Xapian::Query;

// Shares of a word's weight, chosen on two collections and reported on the others: tests/relevance.
constexpr double kExactShare = .2;   // the word as written, beside its stem
constexpr double kTitleShare = .25;  // the word in the section's own title
// A synonym in the word's place. Below 1: the word itself comes first.
constexpr double kSynonymShare = .8;
// What having every word is worth. Few words are a name: the section that has them all is meant.
constexpr double kAllOfFewShare = 1;
constexpr double kAllOfManyShare = .3;
constexpr std::size_t kFewWords = 4;
// Neighbours in the query that stand near each other in the text.
constexpr double kNearShareOfFew = .15;
constexpr double kNearShareOfMany = .1;
// More when nothing stands between them. Of few words it changes next to nothing and costs time.
constexpr double kRowShareOfMany = .1;
// Of IneB2: how fast repetitions and length lose their effect.
constexpr double kTermFrequencyNormalisation = 2;

Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

void add_title(const std::string& stem, std::uint32_t count, std::vector<Ingredient>& parts) {
  const std::string title(field(FieldId::title).prefix);
  parts.push_back({"title", stem, scaled(Query(title + stem, count), kTitleShare)});
}

void add_stem(const std::string& stem, std::uint32_t count, std::vector<Ingredient>& parts) {
  parts.push_back({kWordIngredient, stem, Query(stem, count)});
  add_title(stem, count, parts);
}

// Counts the stem and its synonyms as one word, so that no rare phrase outweighs the stem itself. A
// phrase is counted by its last word, where all of it stands.
void add_stem_or_synonyms(const QueryWord& word, const std::string& stem,
                          std::vector<Ingredient>& parts) {
  std::vector<Query> counted{Query(stem)};
  std::vector<Query> standing{Query(stem)};
  std::string shown = stem;
  for (const QueryWord& synonym : word.synonyms) {
    counted.emplace_back(synonym.stems.back());
    standing.push_back(has_word(synonym));
    shown += " or " + synonym.typed;
  }
  const Query as_one(Query::OP_SYNONYM, counted.begin(), counted.end());
  const Query any_way(Query::OP_FILTER, as_one, any_of(standing));
  parts.push_back({"synonym", shown, scaled(any_way, kSynonymShare * word.count)});
  parts.push_back({kWordIngredient, stem, scaled(Query(stem, word.count), 1 - kSynonymShare)});
  add_title(stem, word.count, parts);
}

void add_word(const QueryWord& word, std::vector<Ingredient>& parts) {
  if (!word.prefix.empty()) {
    parts.push_back({"prefix", word.prefix + "*", has_word(word)});
    return;
  }
  for (std::size_t i = 0; i < word.stems.size(); ++i) {
    if (word.synonyms.empty())
      add_stem(word.stems[i], word.count, parts);
    else
      add_stem_or_synonyms(word, word.stems[i], parts);
    if (word.exacts[i] == word.stems[i]) continue;
    const Query exact(std::string(prefix::exact) + word.exacts[i], word.count);
    parts.push_back({"exact", word.exacts[i], scaled(exact, kExactShare)});
  }
  for (const std::string& whole : {word.joined, word.sigil})
    if (!whole.empty()) add_stem(whole, word.count, parts);
}

bool are_few(const std::vector<QueryWord>& words) {
  return words.size() <= kFewWords;
}

std::vector<Ingredient> neighbour_ingredients(const std::vector<QueryWord>& words) {
  std::vector<Query> near;
  std::vector<Query> in_row;
  for (const StemPair& pair : neighbour_pairs(words)) {
    near.push_back(near_each_other({pair.first, pair.second}, kNearWindow));
    in_row.push_back(in_a_row({pair.first, pair.second}));
  }
  const NeighbourShares shares = neighbour_shares(words);
  std::vector<Ingredient> parts;
  if (!near.empty()) parts.push_back({"near", "", scaled(any_of(near), shares.near)});
  if (!near.empty() && shares.in_a_row > 0)
    parts.push_back({"in a row", "", scaled(any_of(in_row), shares.in_a_row)});
  return parts;
}

std::vector<Ingredient> word_ingredients(const std::vector<QueryWord>& words) {
  std::vector<Ingredient> parts;
  for (const QueryWord& word : words) add_word(word, parts);
  return parts;
}

double all_words_share(const std::vector<QueryWord>& words) {
  if (words.size() < 2) return 0;
  return are_few(words) ? kAllOfFewShare : kAllOfManyShare;
}

// Having every word, beside each of them.
void add_all_words(const std::vector<QueryWord>& words, std::vector<Ingredient>& parts) {
  if (words.size() < 2) return;
  std::vector<Query> every;
  for (const QueryWord& word : words) every.push_back(has_word(word));
  parts.push_back({"all words", "", scaled(all_of(every), all_words_share(words))});
}

Query sum_of(const std::vector<Ingredient>& ingredients) {
  std::vector<Query> parts;
  for (const Ingredient& ingredient : ingredients) parts.push_back(ingredient.query);
  return any_of(parts);
}

}  // namespace

std::unique_ptr<Xapian::Weight> weighting_scheme() {
  return std::make_unique<Xapian::IneB2Weight>(kTermFrequencyNormalisation);
}

std::vector<Ingredient> ingredients(const std::vector<QueryWord>& words) {
  std::vector<Ingredient> parts = word_ingredients(words);
  add_all_words(words, parts);
  for (Ingredient& part : neighbour_ingredients(words)) parts.push_back(std::move(part));
  return parts;
}

Query evidence(const std::vector<QueryWord>& words) {
  std::vector<Ingredient> parts = word_ingredients(words);
  add_all_words(words, parts);
  return sum_of(parts);
}

Query ranked(const Query& structure, const std::vector<QueryWord>& words) {
  return Query(Query::OP_AND_MAYBE, scaled(structure, 0), evidence(words));
}

Query ranked_with_all(const Query& all, const std::vector<QueryWord>& words) {
  return Query(Query::OP_AND_MAYBE, scaled(all, all_words_share(words)),
               sum_of(word_ingredients(words)));
}

Query ranked_without_all(const Query& structure, const std::vector<QueryWord>& words) {
  return Query(Query::OP_AND_MAYBE, scaled(structure, 0), sum_of(word_ingredients(words)));
}

std::vector<StemPair> neighbour_pairs(const std::vector<QueryWord>& words) {
  std::vector<std::string> stems;
  for (const QueryWord& word : words)
    stems.insert(stems.end(), word.stems.begin(), word.stems.end());
  std::vector<StemPair> pairs;
  for (std::size_t i = 1; words.size() > 1 && i < stems.size(); ++i)
    if (stems[i - 1] != stems[i]) pairs.emplace_back(stems[i - 1], stems[i]);
  return pairs;
}

NeighbourShares neighbour_shares(const std::vector<QueryWord>& words) {
  return are_few(words) ? NeighbourShares{kNearShareOfFew, 0}
                        : NeighbourShares{kNearShareOfMany, kRowShareOfMany};
}

}  // namespace notes

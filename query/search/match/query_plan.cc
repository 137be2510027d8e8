// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "common/index/document_terms.h"
#include "query/search/match/matching.h"
#include "query/search/match/query_compiler.h"

namespace notes {
namespace {

using Xapian::Query;

// Queries with more content words are not searched across the sections below a heading: the
// ancestors would displace the right section (measured).
constexpr std::size_t kMaxSpreadWords = 3;

Query without(const Query& query, const Query& excluded) {
  return Query(Query::OP_AND_NOT, query, excluded);
}

// What every hit must satisfy, whatever the words: the conditions and exclusions at the top.
struct Filters {
  std::vector<Query> required;
  std::vector<Query> excluded;
  std::vector<Condition> conditions;  // those in `required`

  // Restricts `query` to the filters and keeps its weights.
  Query apply(const Query& query) const {
    const Query kept = required.empty() ? query : Query(Query::OP_FILTER, query, all_of(required));
    return without(kept, any_of(excluded));
  }
};

Filters top_filters(const QueryNode& root, const SearchIndex& in) {
  Filters filters;
  for (const QueryNode& part : parts_of(root)) {
    if (part.kind == NodeKind::condition) {
      filters.required.push_back(meets_condition(*part.condition, in));
      filters.conditions.push_back(*part.condition);
    } else if (part.kind == NodeKind::exclude && !needs_text(part)) {
      filters.excluded.push_back(matches_tree(part.children.front(), in));
    }
  }
  return filters;
}

// Rare words say more about a line than common ones.
std::vector<double> line_weights(const std::vector<QueryWord>& words,
                                 const Xapian::Database& database) {
  std::vector<double> weights;
  const double total = database.get_doccount() + 1;
  for (const QueryWord& word : words) {
    double frequency = 1;
    for (const std::string& stem : word.stems)
      frequency = std::max<double>(frequency, database.get_termfreq(stem));
    weights.push_back(std::log(1 + total / frequency));
  }
  return weights;
}

bool is_guessed(const QueryPlan& plan) {
  return std::ranges::any_of(plan.words, &QueryWord::is_guess);
}

// Whether exactly the sections with its stem have the word, apart from what it may become.
bool is_its_stem(const QueryWord& word) {
  return word.prefix.empty() && word.stems.size() == 1 && word.joined.empty() &&
         word.sigil.empty() && word.synonyms.empty();
}

// Whether the word, or what it may become, stands for so few words that all of them count for
// ranking. Then its ingredients find the same sections as the word.
bool is_its_evidence(const QueryWord& word) {
  if (word.stems.empty()) return word.expansions.size() < word.expansion_count;
  return is_its_stem(word) && !word.becoming.empty() && has_few_letters(word.becoming.front());
}

// Sections with all of the words. Where possible, reads the list of a word once, not once to match
// and once to rank.
Query ranked_with_all(const QueryPlan& plan, const Filters& filters) {
  std::vector<Query> all;
  std::vector<Ingredient> beside;
  for (const QueryWord& word : plan.words) {
    std::vector<Ingredient> own = word_ingredients({word}, plan.shares);
    if (is_its_evidence(word)) {
      all.push_back(evidence(own));
      continue;
    }
    if (is_its_stem(word) && word.becoming.empty()) {
      all.push_back(own.front().query);  // the ingredient of its stem
      own.erase(own.begin());
    } else {
      all.emplace_back(Query::OP_SCALE_WEIGHT, has_word(word), 0);
    }
    std::ranges::move(own, std::back_inserter(beside));
  }
  return Query(Query::OP_AND_MAYBE, filters.apply(all_of(all)), evidence(beside));
}

// A section with the correction of a misspelt word is not a full match, and comes after sections
// with the word.
void add_tiers(QueryPlan& plan, const Filters& filters, Strictness strictness) {
  const auto add = [&](const char* purpose, const Query& query, Matched matched) {
    plan.stages.push_back({purpose, ranked(filters.apply(query), plan.ingredients), matched});
  };
  const auto has_guesses = [](const QueryWord& word) {
    return std::ranges::any_of(word.synonyms, &QueryWord::is_guess);
  };
  const std::vector<Query> each = has_each(plan.words, Guesses::count);
  plan.stages.push_back({"sections with all of the words", ranked_with_all(plan, filters),
                         is_guessed(plan) ? Matched::some : Matched::all});
  if (std::ranges::any_of(plan.words, has_guesses))
    add("sections with all of the words or of their corrections",
        without(all_of(each), all_of(has_each(plan.words))), Matched::some);
  if (plan.words.size() < 2) return;
  plan.in_tiers = true;
  if (plan.words.size() <= kMaxSpreadWords)
    add("sections that have all of the words with the sections below them",
        has_words_spread(plan.words), Matched::spread);
  if (strictness != Strictness::strict)
    add("sections with some of the words", without(any_of(each), all_of(each)), Matched::some);
}

void add_evidence(QueryPlan& plan, const Filters& filters) {
  if (plan.words.size() > 1)
    plan.ingredients.push_back(all_words_ingredient(plan.words, plan.shares));
  plan.stages.push_back({"sections ranked by all evidence",
                         filters.apply(evidence(plan.ingredients)), Matched::some,
                         is_guessed(plan) ? Query() : filters.apply(all_of(has_each(plan.words)))});
}

void add_expression(QueryPlan& plan, const QueryNode& root, const SearchIndex& in) {
  const char* const meant = plan.words.empty() ? "conditions" : "expression";
  plan.stages.push_back({std::string("sections that satisfy the ") + meant,
                         ranked(matches_tree(root, in), plan.ingredients)});
}

// Sections with this title also have all of the words, so the first stage would find them, but
// perhaps not near the top. Lists of links are not moved up by their title.
void put_whole_titles_first(QueryPlan& plan, const std::string& title, const SearchIndex& in) {
  const std::string term = whole_title_term(title, in.analyzer);
  if (term.empty() || !in.database.term_exists(term)) return;
  const Query has_title = without(Query(term), lists_of_links());
  Stage titled = plan.stages.front();
  titled.purpose = "sections with this title";
  titled.is_whole_title = true;
  titled.query = Query(Query::OP_FILTER, titled.query, has_title);
  titled.full = Query(Query::OP_FILTER, titled.full, has_title);
  Stage& first = plan.stages.front();
  first.query = without(first.query, has_title);
  first.full = without(first.full, has_title);
  plan.stages.insert(plan.stages.begin(), std::move(titled));
}

}  // namespace

QueryPlan plan_query(const ParsedQuery& parsed, WordReading reading, const SearchRequest& request,
                     const SearchIndex& in) {
  QueryPlan plan;
  if (parsed.is_signs_alone) return plan;
  if (!parsed.root) {
    plan.stages.push_back({"the newest threads",
                           Query(field_term(field(FieldId::level), level_name(Level::thread)))});
    return plan;
  }
  const bool by_date = request.sort != SortOrder::relevance;
  const Strictness strictness = by_date ? Strictness::strict : request.strictness;
  const bool by_evidence = strictness == Strictness::any || (parsed.reading == Reading::sentence &&
                                                             strictness != Strictness::strict);
  const Filters filters = top_filters(*parsed.root, in);
  plan.shares = shares_of(by_evidence ? Reading::sentence : parsed.reading);
  plan.ingredients = word_ingredients(reading.words, plan.shares);
  plan.words = std::move(reading.words);
  plan.row = std::move(reading.row);
  plan.line_weights = line_weights(plan.words, in.database);
  plan.conditions = filters.conditions;
  if (parsed.reading == Reading::expression || plan.words.empty())
    add_expression(plan, *parsed.root, in);
  else if (by_evidence)
    add_evidence(plan, filters);
  else
    add_tiers(plan, filters, strictness);
  if (reading.title && !by_date) put_whole_titles_first(plan, *reading.title, in);
  return plan;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/match_stages.h"

#include <algorithm>

#include "query/search/match/spread_match.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

using Xapian::Query;

// Up to so many content words are worth looking for in several sections below one heading: with
// more, ancestors displace the right section (measured).
constexpr std::size_t kMaxSpreadWords = 3;

Query every_word(const std::vector<QueryWord>& words) {
  std::vector<Query> queries;
  for (const QueryWord& word : words) queries.push_back(has_word(word));
  return all_of(queries);
}

Query without(const Query& query, const Query& excluded) {
  return Query(Query::OP_AND_NOT, query, excluded);
}

void add_tiers(QueryPlan& plan, Strictness strictness) {
  const Query all = every_word(plan.words);
  plan.stages.push_back({Matched::all, false, false, "sections with all of the words",
                         ranked_with_all(plan.filters.apply(all), plan.words)});
  if (plan.words.size() < 2) return;
  if (plan.words.size() <= kMaxSpreadWords) {
    const Query spread = plan.filters.apply(has_words_spread(plan.words));
    plan.stages.push_back({Matched::spread, true, false,
                           "sections with all of the words below them",
                           ranked_without_all(spread, plan.words)});
  }
  if (strictness == Strictness::strict) return;
  std::vector<Query> each;
  for (const QueryWord& word : plan.words) each.push_back(has_word(word));
  const Query some = without(any_of(each), all);
  plan.stages.push_back({Matched::some, false, false, "sections with some of the words",
                         ranked_without_all(plan.filters.apply(some), plan.words)});
}

void add_evidence(QueryPlan& plan) {
  plan.stages.push_back({Matched::some, false, false, "sections ranked by all that speaks for them",
                         plan.filters.apply(evidence(plan.words))});
}

void add_expression(QueryPlan& plan, const QueryNode& root, const CompileContext& context) {
  const Query structure = matches_tree(root, context);
  if (plan.words.empty()) {
    plan.stages.push_back({Matched::all, false, true, "sections that satisfy the conditions",
                           Query(Query::OP_SCALE_WEIGHT, structure, 0)});
    return;
  }
  plan.stages.push_back({Matched::all, false, false, "sections that satisfy the expression",
                         ranked(structure, plan.words)});
}

}  // namespace

QueryPlan plan_query(const ParsedQuery& parsed, std::vector<QueryWord> words,
                     const SearchRequest& request, const CompileContext& context) {
  const bool by_date = request.sort != SortOrder::relevance;
  const Strictness strictness = by_date ? Strictness::strict : request.strictness;
  QueryPlan plan;
  plan.words = std::move(words);
  if (!parsed.root) {
    const Condition threads{FieldId::level, std::string(level_name(Level::thread)), false, {}};
    plan.stages.push_back(
        {Matched::all, false, true, "the newest threads", meets_condition(threads, context)});
    return plan;
  }
  plan.filters = top_filters(*parsed.root, context);
  const bool sentence = parsed.reading == Reading::sentence;
  if (parsed.reading == Reading::expression || plan.words.empty())
    add_expression(plan, *parsed.root, context);
  else if (strictness == Strictness::any || (sentence && strictness != Strictness::strict))
    add_evidence(plan);
  else
    add_tiers(plan, strictness);
  return plan;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

#include <xapian.h>

#include "common/index/open_index.h"
#include "query/language/query_parser.h"
#include "query/search/match/matching.h"
#include "query/search/rank/ranked_matches.h"
#include "query/search/rank/result_folding.h"
#include "query/search/show/explain.h"
#include "query/search/show/page.h"
#include "query/search/words/labels.h"
#include "query/search/words/word_reading.h"

namespace notes {
namespace {

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

void add_remarks(std::vector<std::string> remarks, SearchResult& result) {
  std::ranges::move(remarks, std::back_inserter(result.notes_on_query));
}

void remark_on_missing_words(const QueryPlan& plan, SearchResult& result) {
  const bool is_said = std::ranges::any_of(plan.words, &QueryWord::is_guess);
  if (!plan.in_tiers || result.total_all > 0 || is_said) return;
  std::string missing;
  for (const QueryWord& word : plan.words)
    missing.append(missing.empty() ? "" : ", ").append(word.typed);
  result.notes_on_query.push_back("no section has all of: " + missing);
}

SearchResult described(const ParsedQuery& parsed) {
  SearchResult result;
  result.query = parsed.typed;
  if (parsed.root) result.parsed = to_query_text(*parsed.root);
  result.reading = parsed.reading;
  result.obstacle = find_obstacle(parsed);
  result.notes_on_query = parsed.notes;
  return result;
}

SearchResult answer(const OpenIndex& index, const ParsedQuery& parsed,
                    const SearchRequest& request) {
  Analyzer analyzer(index.settings.language);
  const CompileContext context{analyzer, index.database};
  std::optional<TextCheck> check = find_text_check(parsed, analyzer);
  SearchResult result = described(parsed);

  WordReading words = read_words(parsed, request.synonyms, context);
  add_remarks(words.remarks, result);
  result.has_unknown_word = words.has_unknown;
  const QueryPlan plan = plan_query(parsed, std::move(words), request, context);
  const auto matches = match(plan, request, check ? &*check : nullptr, {index, analyzer});
  count_matches(matches, result);
  const auto ranked = rank(matches, {plan.words, plan.row, plan.shares}, request, index.database);
  const auto folded = fold(ranked, plan.words.empty() ? Folding::topmost : Folding::best);
  const auto shown = cut(folded, plan.in_tiers, request);

  result.in_tiers = plan.in_tiers;
  remark_on_missing_words(plan, result);
  add_remarks(notes_on_unknown_labels(plan.conditions, index.database), result);
  if (request.explain) result.explanation = explain_query(parsed, plan, matches);
  const SnippetRequest snippets{plan.words, line_weights(plan.words, index.database),
                                plan.conditions, check ? &*check : nullptr, request.context_lines};
  fill_page(result, shown, request, {index, analyzer, snippets, plan.ingredients});
  return result;
}

}  // namespace

SearchResult search(const ParsedQuery& parsed, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SearchResult result = with_index(request.index_directory, [&](const OpenIndex& index) {
    SearchResult found = answer(index, parsed, request);
    found.stale = is_stale(found, index);
    return found;
  });
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  result.elapsed_ms = elapsed.count();
  return result;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

#include <xapian.h>

#include "common/index/open_index.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"
#include "query/search/match/matching.h"
#include "query/search/rank/boosts.h"
#include "query/search/rank/result_folding.h"
#include "query/search/show/explain.h"
#include "query/search/show/page.h"
#include "query/search/words/field_words.h"
#include "query/search/words/word_reading.h"

namespace notes {
namespace {

void add_remarks(std::vector<std::string> remarks, SearchResult& result) {
  std::ranges::move(remarks, std::back_inserter(result.notes_on_query));
}

SearchResult describe_query(const ParsedQuery& parsed, const WordReading& words) {
  SearchResult result;
  result.query = parsed.typed;
  if (parsed.root) result.parsed = to_query_text(*parsed.root);
  result.reading = parsed.reading;
  result.obstacle = find_obstacle(parsed);
  result.has_unknown_word = words.has_unknown;
  result.notes_on_query = parsed.notes;
  add_remarks(words.remarks, result);
  return result;
}

void describe_matches(const QueryPlan& plan, const std::vector<StageMatches>& matches,
                      const SearchIndex& in, SearchResult& result) {
  result.in_tiers = plan.in_tiers;
  count_matches(matches, result);
  const bool has_guess = std::ranges::any_of(plan.words, &QueryWord::is_guess);
  std::vector<std::string> unmet;
  if (result.total == 0) unmet = notes_on_unmet(plan.conditions, in);
  if (plan.in_tiers && result.total_all == 0 && !has_guess && unmet.empty()) {
    std::vector<std::string> typed;
    for (const QueryWord& word : plan.words) typed.push_back(word.typed);
    result.notes_on_query.push_back("no section has all of: " + joined(typed, ", "));
  }
  if (result.total > 0) return;
  if (!unmet.empty()) result.obstacle.kind = ObstacleKind::explained;
  if (in.database.get_doccount() == 0) result.obstacle.kind = ObstacleKind::empty_index;
  add_remarks(std::move(unmet), result);
}

// Kept for the next search, as it remembers the stems of words.
Analyzer& analyzer_of(const IndexSettings& settings) {
  thread_local std::optional<Analyzer> analyzer;
  thread_local std::string language;
  if (!analyzer || language != settings.language) {
    analyzer.reset();
    analyzer.emplace(settings.language);
    language = settings.language;
  }
  return *analyzer;
}

// Some full matches may be gone with their notes, so that there is room for partial ones after all.
enum class FullMatches : std::uint8_t { may_suffice, may_be_gone };

SearchResult answer(const ParsedQuery& parsed, const SearchRequest& request, const OpenIndex& index,
                    FullMatches full = FullMatches::may_suffice) {
  const SearchIndex in{index, analyzer_of(index.settings)};
  const TextCheck check(parsed, in);
  WordReading words = read_words(parsed, request.synonyms, in);
  SearchResult result = describe_query(parsed, words);
  const QueryPlan plan = plan_query(parsed, std::move(words), request, in);
  const PlannedSearch search{plan, request, check, in};
  std::vector<StageMatches> matches = match(search);
  std::vector<Candidate> shown = arrange(matches, search);
  const bool is_filled = full == FullMatches::may_suffice && fills_page(shown, request);
  if (match_rest(search, is_filled ? Partial::counted : Partial::ranked, matches))
    shown = arrange(matches, search);
  describe_matches(plan, matches, in, result);
  const bool all_are_there = fill_page(search, shown, result);
  if (is_filled && !all_are_there) return answer(parsed, request, index, FullMatches::may_be_gone);

  if (request.explain) result.explanation = explain_query(parsed, plan, matches);
  result.stale = is_stale(result, index);
  return result;
}

}  // namespace

SearchResult search(const ParsedQuery& parsed, const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SearchResult result = with_index(request.index_directory, [&](const OpenIndex& index) {
    return answer(parsed, request, index);
  });
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  result.elapsed_ms = elapsed.count();
  return result;
}

}  // namespace notes

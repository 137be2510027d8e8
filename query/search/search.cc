// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <chrono>
#include <ctime>
#include <iterator>
#include <map>
#include <span>
#include <utility>

#include "common/date_reader.h"
#include "common/environment.h"
#include "common/error.h"
#include "common/text/joined.h"
#include "query/search/match/matching.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/boosts.h"
#include "query/search/show/page.h"

namespace notes {
namespace {

// Puts quotes around a value that the query language would otherwise split.
std::string condition_text(const std::string& name, std::string_view field_name,
                           const std::string& value) {
  std::string text = std::string(field_name) + ":";
  const bool is_quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  if (is_quoted || value.find_first_of(" \t\n()\"") == value.npos) return text + value;
  if (value.find('"') != value.npos)
    throw Error(ExitCode::failure, name + ": a double quote inside the value: " + value,
                "leave it out");
  return text + "\"" + value + "\"";
}

SearchResult describe_query(const ParsedQuery& parsed, const WordReading& words) {
  SearchResult result;
  result.query = parsed.typed;
  if (parsed.root) result.parsed = to_query_text(*parsed.root);
  result.reading = parsed.reading;
  result.obstacle = find_obstacle(parsed);
  result.has_unknown_word = words.has_unknown;
  result.notes_on_query = parsed.notes;
  std::ranges::copy(words.remarks, std::back_inserter(result.notes_on_query));
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
  std::ranges::move(unmet, std::back_inserter(result.notes_on_query));
}

// Kept for the next search, as it remembers the stems of words.
Analyzer& analyzer_of(const IndexSettings& settings) {
  thread_local std::map<std::string, Analyzer> by_language;
  return by_language.try_emplace(settings.language, settings.language).first->second;
}

// Some full matches may be gone with their notes, so that there is room for partial ones after all.
enum class FullMatches : std::uint8_t { may_suffice, may_be_gone };

SearchResult answer(const OpenIndex& index, const ParsedQuery& parsed, const SearchRequest& request,
                    FullMatches full = FullMatches::may_suffice) {
  const SearchIndex in{index, analyzer_of(index.settings)};
  const TextCheck check(parsed, in);
  WordReading words = read_words(parsed, request.synonyms, in);
  SearchResult result = describe_query(parsed, words);
  const QueryPlan plan = plan_query(parsed, std::move(words), request, in);
  const PlannedSearch search{plan, request, check, in};
  std::vector<Candidate> shown;
  bool is_filled = false;
  std::size_t arranged = 0;  // stages
  const auto matches = match(search, [&](const std::vector<StageMatches>& found) {
    shown = arrange(found, search);
    arranged = found.size();
    is_filled = full == FullMatches::may_suffice && fills_page(shown, request);
    return is_filled;
  });
  if (std::ranges::any_of(std::span(matches).subspan(arranged),
                          [](const StageMatches& stage) { return !stage.candidates.empty(); }))
    shown = arrange(matches, search);
  describe_matches(plan, matches, in, result);
  const bool all_are_there = fill_page(search, shown, result);
  if (is_filled && !all_are_there) return answer(index, parsed, request, FullMatches::may_be_gone);

  if (request.explain) result.explanation = explain_query(parsed, plan, matches);
  result.stale = is_stale(result, index);
  return result;
}

}  // namespace

// Adds the conditions to the tree, not to the text: an OR or an open quote in the query must not
// swallow them.
ParsedQuery parse_request(const SearchRequest& request) {
  ParsedQuery parsed = parse_query(request.query, request.today, request.typing);
  std::vector<QueryNode> parts;
  if (parsed.root) parts.push_back(std::move(*parsed.root));
  for (const std::string& condition : request.conditions)
    if (auto extra = parse_query(condition, request.today, Typing::finished); extra.root) {
      extra.root->typed = {};  // not in the query
      parts.push_back(std::move(*extra.root));
    }
  if (!parts.empty()) parsed.root = parent_of(NodeKind::all, std::move(parts));
  return parsed;
}

std::vector<std::string> condition_texts(const NamedConditions& named, const std::string& dashes) {
  std::vector<std::string> texts;
  const auto add = [&](const std::string& name, std::string_view field, const std::string& value) {
    texts.push_back(condition_text(dashes + name, field, value));
  };
  if (named.level) add("level", "level", *named.level);
  for (const std::string& tag : named.tags) add("tag", "tag", tag);
  for (const std::string& path : named.paths) add("path", "path", path);
  if (named.after) add("after", "since", *named.after);
  if (named.before) add("before", "before", *named.before);
  return texts;
}

CivilDay today() {
  const auto given = environment("NOTES_TODAY");
  if (!given) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
  }
  const auto day = read_date(*given);
  if (!day || day->precision != DatePrecision::day)
    throw Error(ExitCode::failure, "NOTES_TODAY: '" + *given + "' is not a day",
                "for example NOTES_TODAY=2024-03-01");
  return day_of(day->begin);
}

SearchResult search(const OpenIndex& index, const ParsedQuery& parsed,
                    const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SearchResult result = answer(index, parsed, request);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  result.elapsed_ms = elapsed.count();
  return result;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/schema.h"
#include "common/text/code_point.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"

namespace notes {
namespace {

constexpr std::size_t kMinLetters = 5;  // shorter words have no useful prefix

std::string remedy_for_condition(FieldId id) {
  const Field& row = field(id);
  if (row.kind == FieldKind::day_range) return "try a wider date range";
  if (row.kind == FieldKind::path || row.kind == FieldKind::address || row.kind == FieldKind::text)
    return "try fewer or other words in it";
  return "try another value: notes-query --complete=" + std::string(row.name) + ": lists some";
}

std::string remedy_for_words(const std::string& longest) {
  const std::size_t letters = code_points_of(longest).size();
  if (letters < kMinLetters) return "try fewer or other words";
  std::size_t end = 0;
  for (std::size_t i = 0; 2 * i < letters; ++i) end += code_point_at(longest, end).bytes;
  return "try fewer or other words, or the start of one with a star, like " +
         longest.substr(0, end) + "*";
}

std::string nothing_found(const SearchResult& result) {
  if (result.total == 1) return "1 section matches, before this page: use a smaller --offset";
  if (result.total > 1)
    return std::to_string(result.total) +
           " sections match, all before this page: use a smaller --offset";
  std::string next = remedy(result.obstacle);
  if (next.empty() || result.obstacle.kind == ObstacleKind::empty_index) return next;
  const bool typed = result.query.find_first_not_of(" \t\n") != std::string::npos;
  return "no section matches " + (typed ? result.query : result.parsed) + ": " + next;
}

std::string about(const SearchResult& result, std::uint64_t count) {
  return (result.exact_total ? "" : "about ") + std::to_string(count);
}

// How to see the full matches that do not fit on the page. Nobody needs the number of partial
// matches: they only get weaker.
std::string more_behind(const SearchResult& result) {
  const bool has_more = result.next_offset > 0 && !result.parsed.empty() &&
                        result.reading != Reading::similar && result.total_all > result.hits.size();
  if (!has_more) return {};
  return about(result, result.total_all) + " sections match; show more with --offset " +
         std::to_string(result.next_offset);
}

// How to see the sections with only some of the words. They are held back only if full matches come
// first.
std::string held_back(const SearchResult& result) {
  const bool shows_some =
      std::ranges::find(result.hits, Matched::some, &Hit::matched) != result.hits.end();
  if (!result.in_tiers || shows_some || result.total <= result.total_all) return {};
  const std::uint64_t count = result.total - result.total_all;
  const std::string start = about(result, count) + (result.hits.empty() ? " " : " more ");
  return start + (count == 1 ? "section has only some of the words: --any shows it"
                             : "sections have only some of the words: --any shows them");
}

std::string line(const std::string& text) {
  return text.empty() ? text : printable(text) + '\n';
}

}  // namespace

std::string remedy(const Obstacle& obstacle) {
  switch (obstacle.kind) {
    case ObstacleKind::conditions:
      return "try fewer conditions or a wider date range";
    case ObstacleKind::condition:
      return remedy_for_condition(obstacle.field.value_or(FieldId::title));
    case ObstacleKind::distance:
      return "try a longer distance, as in NEAR/30, or AND instead of NEAR";
    case ObstacleKind::expression:
      return "try fewer conditions, or OR between the words";
    case ObstacleKind::narrowing:
      return "try without " + obstacle.text;
    case ObstacleKind::saved_search:
      return "there is no saved search " + obstacle.text;
    case ObstacleKind::early_star:
      return "a star takes at least two letters before it";
    case ObstacleKind::quotes:
      return "words in quotes must appear exactly as written: try without the quotes";
    case ObstacleKind::words:
      return remedy_for_words(obstacle.text);
    case ObstacleKind::empty_index:
      return "the index has no sections yet: notes-index FOLDER adds the notes of a folder";
    case ObstacleKind::explained:
      return {};
  }
  return {};
}

Advice advice_on(const SearchResult& result, bool for_people) {
  Advice advice;
  for (const std::string& remark : result.notes_on_query) advice.above += line(remark);
  const std::string behind = for_people ? more_behind(result) : "";
  const std::string partial = for_people ? held_back(result) : "";
  const bool says_that_none_has_all =
      result.in_tiers && result.total_all == 0 && !result.notes_on_query.empty();
  if (result.hits.empty() && partial.empty() && result.gone == 0)
    advice.above += line(says_that_none_has_all ? remedy(result.obstacle) : nothing_found(result));
  advice.below = line(behind.empty() ? partial : behind);
  return advice;
}

}  // namespace notes

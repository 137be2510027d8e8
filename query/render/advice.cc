// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/advice.h"

#include <algorithm>

#include "common/schema.h"
#include "common/text/code_point.h"
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

// The number of full matches, if they do not all fit on the page. Nobody needs the number of
// partial matches: they only get weaker.
std::uint64_t sections_behind_page(const SearchResult& result) {
  if (result.next_offset == 0 || result.parsed.empty() || result.reading == Reading::similar)
    return 0;
  return result.total_all > result.hits.size() ? result.total_all : 0;
}

// The number of sections with only some of the words. They are held back only if full matches come
// first.
std::uint64_t sections_held_back(const SearchResult& result) {
  const bool shows_some =
      std::ranges::find(result.hits, Matched::some, &Hit::matched) != result.hits.end();
  if (!result.in_tiers || shows_some || result.total <= result.total_all) return 0;
  return result.total - result.total_all;
}

// Whether the search has already said that no section has all the words.
bool is_said_already(const SearchResult& result) {
  return result.in_tiers && result.total_all == 0 && !result.notes_on_query.empty();
}

std::string more_behind(const SearchResult& result, std::uint64_t count) {
  return std::string(result.exact_total ? "" : "about ") + std::to_string(count) +
         " sections match; show more with --offset " + std::to_string(result.next_offset);
}

std::string held_back(const SearchResult& result, std::uint64_t count) {
  const std::string about = result.exact_total ? "" : "about ";
  const std::string more = result.hits.empty() ? " " : " more ";
  const std::string number = about + std::to_string(count) + more;
  return count == 1 ? number + "section has only some of the words: --any shows it"
                    : number + "sections have only some of the words: --any shows them";
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
  const std::uint64_t matching = for_people ? sections_behind_page(result) : 0;
  const std::uint64_t partial = for_people ? sections_held_back(result) : 0;
  if (result.hits.empty() && partial == 0 && result.gone == 0)
    advice.above += line(is_said_already(result) ? remedy(result.obstacle) : nothing_found(result));
  if (matching > 0)
    advice.below = line(more_behind(result, matching));
  else if (partial > 0)
    advice.below = line(held_back(result, partial));
  return advice;
}

}  // namespace notes

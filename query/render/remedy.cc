// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/remedy.h"

#include "common/schema.h"
#include "common/text/code_point.h"

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
  return "try fewer or other words, or the beginning of one with a star, like " +
         longest.substr(0, end) + "*";
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
      return "words in quotes must stand as written: try without the quotes";
    case ObstacleKind::words:
      return remedy_for_words(obstacle.text);
  }
  return {};
}

}  // namespace notes

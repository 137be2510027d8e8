// SPDX-License-Identifier: GPL-2.0-or-later
// Guesses from the tree of a query why it found nothing. render/advice.h says what to do about it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "query/language/query_node.h"

namespace notes {

enum class ObstacleKind : std::uint8_t {
  conditions,    // several conditions and no words
  condition,     // a single condition and nothing else
  distance,      // NEAR
  expression,    // operators
  narrowing,     // a condition or exclusion in addition to words
  saved_search,  // @name, but no saved search has that name
  early_star,    // too few letters before a star
  quotes,
  words,
  empty_index,
  explained,  // a remark on the query already says what to do
};

struct Obstacle {
  ObstacleKind kind = ObstacleKind::words;
  std::string text = {};              // as typed; for `words` the longest word; may be empty
  std::optional<FieldId> field = {};  // for `condition`
};

Obstacle find_obstacle(const ParsedQuery& parsed);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What in a query most likely keeps sections away, told by its tree. What to do about it is said in
// render/remedy.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "query/language/query_node.h"

namespace notes {

enum class ObstacleKind : std::uint8_t {
  conditions,    // several, and no words
  condition,     // one alone
  distance,      // of NEAR
  expression,    // operators
  narrowing,     // a condition or an exclusion beside words
  saved_search,  // of which there is none
  early_star,    // too few letters before it
  quotes,
  words,
};

struct Obstacle {
  ObstacleKind kind = ObstacleKind::words;
  std::string text = {};              // as typed; of words the longest; may be empty
  std::optional<FieldId> field = {};  // of a condition
};

Obstacle find_obstacle(const ParsedQuery& parsed);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Parses a query as people type it, even half-typed, and guesses why it found nothing. Only an
// invalid field value or regular expression is an error. See man/notes-query-syntax.7 for the
// grammar.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "query/language/query_node.h"

namespace notes {

// Throws Error (ExitCode::failure) for a bad field value or regular expression: its text shows the
// query with a caret under the fault, its hint an example. Relative dates count from `today`.
ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing = Typing::may_go_on);

// Whether `word` usually has no content of its own ("the", "how"). Case-insensitive.
bool is_stop_word(std::string_view word);

// Decides how to match the query, and says why. Marks its stop words.
void choose_reading(const std::vector<std::string_view>& operators, bool asks, ParsedQuery& parsed);

// Of several in a query, the first counts. render/advice.h says what to do about it.
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

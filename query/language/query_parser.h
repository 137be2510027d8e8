// SPDX-License-Identifier: GPL-2.0-or-later
// Parses a query as people type it, even half-typed, into a tree, and guesses why it found nothing.
// Only an invalid field value or regular expression is an error. See man/notes-query-syntax.7 for
// the grammar.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "common/schema.h"
#include "common/text/byte_range.h"

namespace notes {

enum class NodeKind : std::uint8_t {
  word,       // `text` without blanks; may be a compound such as Z-Fold or std::vector
  phrase,     // `text` between double quotes, as written
  prefix,     // `text` without the star
  regex,      // `text` between the slashes of re:/x/
  near,       // children are words, at most `distance` words apart, in any order
  condition,  // field:value
  all,        // every child (AND, or just a blank between them)
  any,        // at least one child (OR)
  exclude,    // the one child must not match (NOT, -)
};

// Minutes from `from` to `to`, inclusive. An open end is the smallest or largest value.
struct MinuteRange {
  Minute from = std::numeric_limits<Minute>::min();
  Minute to = std::numeric_limits<Minute>::max();
  bool operator==(const MinuteRange&) const = default;
};

struct Condition {
  FieldId field = FieldId::title;
  std::string text;        // the value as typed, without quotes and star
  bool quoted = false;     // "…": words in this order
  MinuteRange range = {};  // for a day_range field only
  bool begins = false;     // value*: the last word, or the label, only starts with this
  bool operator==(const Condition&) const = default;
};

// Whether the user is still typing. In a query that may go on, an unfinished value at the end is
// ignored. In a partial query the last word, value or quote is a prefix.
enum class Typing : std::uint8_t { may_go_on, finished, partial };

struct QueryNode {
  NodeKind kind = NodeKind::word;
  std::string text;
  int distance = 0;
  bool stop_word = false;  // for a word: has no content of its own, such as "the"
  bool begun = false;      // for a word or phrase: the user may still be typing it
  bool quoted = false;     // for a word: in quotes that may still be open
  std::optional<Condition> condition;
  std::vector<QueryNode> children;
  ByteRange typed;  // its place in the query
};

// These build the inner nodes of a tree in normal form: only exclude has a single child, and no all
// is a child of all, no any of any, no exclude of exclude. `children` is not empty and is in query
// order. `begin` is the byte of the minus or NOT.
QueryNode parent_of(NodeKind kind, std::vector<QueryNode> children);
QueryNode not_of(QueryNode node, std::uint32_t begin);

// Writes the tree as a query, with every group in parentheses. It parses back to an equal tree
// unless it is longer than kLongestQuery.
std::string to_query_text(const QueryNode& node);

// The parts at the top of a tree, all of which must match.
std::span<const QueryNode> parts_of(const QueryNode& root);

// How a query is matched.
enum class Reading : std::uint8_t {
  filters,     // conditions and exclusions only
  words,       // up to three content words: full matches first, then partial ones
  sentence,    // anything longer: ranked by evidence
  expression,  // AND, OR, NOT, NEAR or parentheses: matched exactly as written
  similar,     // sections similar to a given one; no query
};

inline std::string_view reading_name(Reading reading) {
  constexpr std::array<std::string_view, 5> kNames{"filters", "words", "sentence", "expression",
                                                   "similar"};
  return kNames[static_cast<std::size_t>(reading)];
}

struct ParsedQuery {
  std::string typed;
  std::optional<QueryNode> root;  // nothing for a blank query
  bool is_signs_alone = false;    // only punctuation, no words: finds nothing
  Reading reading = Reading::filters;
  std::string reading_reason;      // for --explain: "3 content words", "5 words, 2 stop words, '?'"
  std::vector<std::string> notes;  // what was corrected or ignored, one sentence each
};

// Throws Error (ExitCode::failure) for a bad field value or regular expression: its text shows the
// query with a caret under the fault, its hint an example. Relative dates count from `today`.
ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing = Typing::may_go_on);

// Whether `word` usually has no content of its own ("the", "how"). Case-insensitive.
bool is_stop_word(std::string_view word);

// Decides how to match the query, and says why. Marks its stop words.
void choose_reading(const std::vector<std::string_view>& operators, bool asks, ParsedQuery& parsed);

// Of several in a query, the first counts. render/advice.cc says what to do about it.
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

// SPDX-License-Identifier: GPL-2.0-or-later
// The query as a tree. No Xapian and no analysis of words here: `text` is as typed.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
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

// Minutes from..to inclusive; open ends are the extremes.
struct MinuteRange {
  Minute from = std::numeric_limits<Minute>::min();
  Minute to = std::numeric_limits<Minute>::max();
  bool operator==(const MinuteRange&) const = default;
};

struct Condition {
  FieldId field = FieldId::title;
  std::string text;     // the value as typed, without quotes and star
  bool quoted = false;  // "…": words in this order
  MinuteRange range;    // of a day_range field only
  bool begins = false;  // value*: `text` is how the last word, or the label, begins
  bool operator==(const Condition&) const = default;
};

struct QueryNode {
  NodeKind kind = NodeKind::word;
  std::string text;
  int distance = 0;
  bool stop_word = false;  // of a word: it only holds a sentence together
  bool begun = false;      // of a word: more of it may be typed yet
  std::optional<Condition> condition;
  std::vector<QueryNode> children;
  ByteRange typed;  // where it stands in the query, in bytes
};

// Compares all but `typed` and `stop_word`.
bool same_tree(const QueryNode& a, const QueryNode& b);

// How a query that is not only conditions is matched: see design of matching in the README.
enum class Reading : std::uint8_t {
  filters,     // conditions and exclusions only
  words,       // a look-up of up to three content words: all, then spread, then some
  sentence,    // anything longer: ranked by evidence
  expression,  // AND, OR, NOT, NEAR or parentheses: obeyed as written
  similar,     // no query but a section: what is like it
};

std::string_view reading_name(Reading reading);  // "filters", "words", ..., "similar"

// Each set: words and phrases that mean the same.
using SynonymSets = std::vector<std::vector<std::string>>;

struct ParsedQuery {
  std::string typed;
  std::optional<QueryNode> root;  // nothing for a blank query
  bool is_signs_alone = false;    // it says something, but no word: nothing is found
  Reading reading = Reading::filters;
  std::string reading_reason;      // for --explain: "3 content words", "5 words, 2 stop words, '?'"
  SynonymSets synonyms;            // the user's own, for this query as for any other
  std::vector<std::string> notes;  // what was read otherwise than typed, one sentence each
};

}  // namespace notes

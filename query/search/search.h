// SPDX-License-Identifier: GPL-2.0-or-later
// A search: what it is asked for, which the command line or a tool call fills once and every step
// reads, and its answer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/day.h"
#include "query/language/query_node.h"
#include "query/language/query_parser.h"
#include "query/search/show/hit.h"

namespace notes {

enum class SortOrder : std::uint8_t { relevance, newest, oldest };

// tiers: full matches first, others announced; strict: full matches only; any: all by evidence.
enum class Strictness : std::uint8_t { tiers, strict, any };

// together: every section, in text those of a thread together; thread, note: the best section of
// each, with the number of the others; none: every section, by rank.
enum class Grouping : std::uint8_t { together, thread, note, none };

// Whether to bring the index up to date first.
enum class RefreshMode : std::uint8_t { automatic, always, never };

// Each set holds words and phrases with the same meaning.
using SynonymSets = std::vector<std::vector<std::string>>;

struct SearchRequest {
  std::string index_directory;
  std::string query;                    // saved searches expanded
  std::vector<std::string> conditions;  // `field:value`, required in addition to the query
  SynonymSets synonyms;                 // the user's
  CivilDay today;                       // relative dates and ages count from it
  Typing typing = Typing::may_go_on;
  RefreshMode refresh = RefreshMode::automatic;
  int limit = 10;
  int offset = 0;
  Grouping grouping = Grouping::together;
  int recency_days = 0;  // half-life of what a recent date adds; 0 = dates do not count
  SortOrder sort = SortOrder::relevance;
  Strictness strictness = Strictness::tiers;
  bool explain = false;
  // People read full matches first: with three or more of them the others are only counted.
  bool full_matches_suffice = false;
  int context_lines = 0;  // shown around each matching line
};

// Parses the query and the conditions into one tree. Throws Error for a bad field value.
ParsedQuery parse_request(const SearchRequest& request);

// Conditions given by name, outside the query.
struct NamedConditions {
  std::optional<std::string> level;
  std::optional<std::string> after;
  std::optional<std::string> before;
  std::vector<std::string> tags;
  std::vector<std::string> paths;
};

// As `field:value`. `dashes` is what messages put before a name: "--" for options.
std::vector<std::string> condition_texts(const NamedConditions& named, const std::string& dashes);

// By the clock, or NOTES_TODAY.
CivilDay today();

// Answers a parsed query from an index. Throws Error: no_index, damaged_index, wrong_schema and
// others that index_error makes. `parsed` comes from parse_request for this request.
SearchResult search(const ParsedQuery& parsed, const SearchRequest& request);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// A search: what it is asked for, which the command line or a tool call fills once and every step
// reads, and its answer.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "common/index/open_index.h"
#include "common/section.h"
#include "common/text/byte_range.h"
#include "query/language/query_parser.h"

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

enum class Matched : std::uint8_t {
  all,     // the own text or an inherited title has every content word
  spread,  // some words are only in sections below
  some,    // only some of the words
};

inline std::string_view matched_name(Matched matched) {
  constexpr std::array<std::string_view, 3> kNames{"all", "spread", "some"};
  return kNames[static_cast<std::size_t>(matched)];
}

struct MarkedText {
  std::string text;
  std::vector<ByteRange> highlights;  // in bytes of `text`, sorted, not empty, without overlap
  bool operator==(const MarkedText&) const = default;
};

// A place in a note. All numbers start at 1.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // in bytes
  std::uint32_t column_utf16 = 1;
};

// One line of a note; renderers make it safe to print. A long line is cut around the highlights,
// with `…` at the cuts.
struct Snippet {
  TextPlace place;          // of the first highlight
  MarkedText raw;           // byte for byte
  MarkedText plain;         // as shown on a page: without markup, entities decoded
  bool is_context = false;  // shown around a matching line for --context
};

struct Twin {
  std::string path;        // absolute
  std::uint32_t line = 1;  // of the heading
};

// For --explain: how much each ingredient added to the score.
struct ScorePart {
  std::string_view ingredient;  // "word", "exact", "synonym", "title", "inherited", "all words",
                                // "near", "context", "whole title", "age"
  std::string term;
  double score = 0;
};

struct Hit {
  Section section;
  std::string path;  // absolute
  double score = 0;
  Matched matched = Matched::all;
  std::vector<std::string> missing;  // words of the query that it lacks, as typed
  std::vector<std::string> shared;   // with --like: the most distinctive shared words
  bool has_common_title = false;     // other sections have the same title as its thread
  TextPlace place;                   // of the best snippet, or the heading if only titles match
  std::vector<ByteRange> title_highlights;  // in bytes of the title
  std::vector<Snippet> snippets;            // in order of lines
  std::size_t best_snippet = 0;             // index into snippets, if there are any
  std::vector<Twin> twins;
  std::uint32_t others = 0;  // with --group: more sections of its thread or note
  bool stale = false;        // the note changed and could not be read again: lines may be wrong
  std::vector<ScorePart> explanation;
};

struct SearchResult {
  std::string query;   // as typed
  std::string parsed;  // to_query_text of its tree
  Reading reading = Reading::filters;
  Obstacle obstacle;                        // what may exclude sections
  std::vector<std::string> notes_on_query;  // what was changed, one sentence each
  std::uint64_t total = 0;                  // sections before folding
  bool exact_total = true;
  std::uint64_t total_all = 0;    // of those, how many matched all (or spread)
  bool in_tiers = false;          // full matches come first, then those with some of the words
  int next_offset = 0;            // of the next page; 0 if it has nothing, or only weaker matches
  bool stale = false;             // notes may have changed since they were indexed
  bool checked_all = false;       // every note was checked, and none is changed or new
  bool has_unknown_word = false;  // the query has a word that no section has
  std::size_t gone = 0;           // sections left out because their notes no longer exist
  double elapsed_ms = 0;
  std::vector<std::string> explanation;  // --explain: tokens, tree, stages; empty otherwise
  std::vector<Hit> hits;
};

// Answers a parsed query from an index. `parsed` comes from parse_request for this request.
SearchResult search(const OpenIndex& index, const ParsedQuery& parsed,
                    const SearchRequest& request);

}  // namespace notes

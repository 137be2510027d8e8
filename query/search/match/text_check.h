// SPDX-License-Identifier: GPL-2.0-or-later
// What the index cannot answer alone is checked on a candidate's text: a phrase as it was written,
// signs between quotes, a regular expression. Every command that takes a query uses it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "common/index/open_index.h"
#include "common/section.h"
#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/language/query_regex.h"
#include "query/search/show/hit.h"
#include "query/search/show/note_text.h"
#include "query/search/show/seen_text.h"
#include "query/search/words/query_words.h"

namespace notes {

// Whether the index finds the candidate for a part of the query that needs no text.
using FoundByIndex = std::function<bool(const QueryNode&)>;

// conditions: regular expressions and exclusions only, as in a sentence, where a phrase is a bonus.
enum class CheckedParts : std::uint8_t { all, conditions };

class TextCheck {
 public:
  // Checks the parts at the top of the tree that hold phrases, signs or expressions. `root` must
  // outlive it.
  TextCheck(const QueryNode& root, CheckedParts parts, Analyzer& analyzer);

  bool empty() const { return checked_.empty(); }

  // `texts` are a section's own text and its titles that stand elsewhere.
  bool passes(std::span<const SeenText> texts, const FoundByIndex& found_by_index);

  // What signs and expressions match in a text.
  std::vector<SeenMark> marks(const SeenText& seen) const;

 private:
  struct Phrases {
    std::vector<const QueryNode*> nodes;
    std::vector<QueryWord> words;  // of each of these
    std::vector<std::vector<std::string>> plain_words;
  };
  using Found = std::set<const QueryNode*>;  // phrases and expressions that a text holds

  void add_top(const QueryNode& node, CheckedParts parts);
  void prepare(const QueryNode& node);
  static bool may_hold(const Phrases& phrases, std::string_view block);
  void look_for(const Phrases& phrases, const SeenText& seen, Found& found);
  void look_through(const SeenText& seen, Found& found);
  std::vector<SeenMark> marks_in(const SeenText& seen) const;

  Analyzer& analyzer_;
  std::vector<const QueryNode*> checked_;
  Phrases phrases_;
  Phrases with_signs_;  // those that have some
  std::vector<std::pair<const QueryNode*, QueryRegex>> patterns_;
};

// Nothing where the index answers alone: in a sentence a phrase is only a bonus. `parsed` and
// `analyzer` must outlive it.
std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer);

// Reads from its note what a section matched by: its own text, with that below it when the words
// are spread over both.
NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched);

struct CheckedIndex {
  const OpenIndex& index;
  Analyzer& analyzer;
};

// Reads the section from its note.
bool passes(TextCheck& check, const Section& section, Matched matched, const CheckedIndex& in);

}  // namespace notes

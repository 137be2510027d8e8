// SPDX-License-Identifier: GPL-2.0-or-later
// Checks the text of candidates for what the index cannot decide: phrases as written, signs in
// quotes, and regular expressions. Every command that takes a query uses it.
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

// Whether the index finds the candidate for a part of the query that does not need the text.
using FoundByIndex = std::function<bool(const QueryNode&)>;

// conditions: only regular expressions and exclusions. For sentences, where phrases are optional.
enum class CheckedParts : std::uint8_t { all, conditions };

class TextCheck {
 public:
  // Checks the parts at the top of the tree with phrases, signs or expressions. `root` must outlive
  // this.
  TextCheck(const QueryNode& root, CheckedParts parts, Analyzer& analyzer);

  bool empty() const { return checked_.empty(); }

  // `texts` are the section's own text and its titles from elsewhere.
  bool passes(std::span<const SeenText> texts, const FoundByIndex& found_by_index);

  // The matches of signs and expressions in a text.
  std::vector<SeenMark> marks(const SeenText& seen) const;

 private:
  struct Phrases {
    std::vector<const QueryNode*> nodes;
    std::vector<QueryWord> words;  // one for each node
    std::vector<std::vector<std::string>> plain_words;
  };
  using Found = std::set<const QueryNode*>;  // phrases and expressions found in a text

  void add_top(const QueryNode& node, CheckedParts parts);
  void prepare(const QueryNode& node);
  static bool may_hold(const Phrases& phrases, std::string_view block);
  void look_for(const Phrases& phrases, const SeenText& seen, Found& found);
  void look_through(const SeenText& seen, Found& found);
  std::vector<SeenMark> marks_in(const SeenText& seen) const;

  Analyzer& analyzer_;
  std::vector<const QueryNode*> checked_;
  Phrases phrases_;
  Phrases with_signs_;  // those with signs
  std::vector<std::pair<const QueryNode*, QueryRegex>> patterns_;
};

// Nothing if the index suffices. In a sentence phrases are optional and not checked. `parsed` and
// `analyzer` must outlive the result.
std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer);

// Reads the text that a section matched with from its note: its own text, and that of the sections
// below if the words are spread over them.
NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched);

struct CheckedIndex {
  const OpenIndex& index;
  Analyzer& analyzer;
};

// Reads the section from its note.
bool passes(TextCheck& check, Xapian::docid docid, Matched matched, const CheckedIndex& in);

}  // namespace notes

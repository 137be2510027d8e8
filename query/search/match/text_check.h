// SPDX-License-Identifier: GPL-2.0-or-later
// What the index cannot answer alone is checked on a candidate's text: a phrase as it was written,
// punctuation between quotes, a regular expression.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/language/query_regex.h"
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

  // `text` is a section's own text.
  bool passes(const std::string& text, const FoundByIndex& found_by_index);

  // The first place in a line that an expression or a literal matches; empty range when none does.
  ByteRange find_in_line(std::string_view line) const;

 private:
  struct Candidate {
    const std::string& text;
    std::string lowered;  // only when there are literals
    const FoundByIndex& found_by_index;
  };

  void add_top(const QueryNode& node, CheckedParts parts);
  void prepare(const QueryNode& node);
  bool holds(const QueryNode& node, const Candidate& candidate);

  Analyzer& analyzer_;
  std::vector<const QueryNode*> checked_;
  std::map<const QueryNode*, QueryWord> phrases_;     // words in this order, as written
  std::map<const QueryNode*, std::string> literals_;  // lower case
  std::map<const QueryNode*, QueryRegex> patterns_;
};

}  // namespace notes

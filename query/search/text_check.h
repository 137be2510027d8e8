// SPDX-License-Identifier: GPL-2.0-or-later
// What the index cannot answer alone is checked on a candidate's text: a phrase as it was written,
// punctuation between quotes, a regular expression.
#pragma once

#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/query_words.h"

namespace notes {

class TextCheck {
 public:
  // Checks what every match must hold: phrases and expressions at the top of the tree.
  TextCheck(const QueryNode& root, Analyzer& analyzer);

  bool empty() const { return phrases_.empty() && literals_.empty() && patterns_.empty(); }

  // `text` is a section's own text.
  bool passes(const std::string& text);

  // The first place in a line that an expression or a literal matches; empty range when none does.
  ByteRange find_in_line(std::string_view line) const;

 private:
  void add(const QueryNode& node);

  Analyzer& analyzer_;
  std::vector<QueryWord> phrases_;     // words in this order, as written
  std::vector<std::string> literals_;  // lower case
  std::vector<std::regex> patterns_;
};

}  // namespace notes

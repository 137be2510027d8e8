// SPDX-License-Identifier: GPL-2.0-or-later
// Checks the text of candidates for what the index cannot decide: phrases as written, signs in
// quotes, and regular expressions. Every command that takes a query uses it.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "common/section.h"
#include "query/language/query_node.h"
#include "query/language/query_regex.h"
#include "query/search/search.h"
#include "query/search/show/note_text.h"
#include "query/search/show/seen_text.h"
#include "query/search/words/query_words.h"

namespace notes {

class TextCheck {
 public:
  // Checks the parts at the top of the tree with phrases, signs or expressions; in a sentence,
  // where phrases are optional, only expressions and exclusions. Both must outlive this.
  TextCheck(const ParsedQuery& parsed, const SearchIndex& in);

  bool empty() const { return checked_.empty(); }  // whether the index suffices

  // Reads the section from its note.
  bool passes(Xapian::docid docid, Matched matched) const;

  // The matches of signs and expressions in a text.
  std::vector<WordMark> marks(const SeenText& seen) const;

 private:
  struct Phrases {
    std::vector<const QueryNode*> nodes;
    std::vector<QueryWord> words;  // one for each node
  };
  using Found = std::set<const QueryNode*>;  // phrases and expressions found in a text

  void prepare(const QueryNode& node);
  static bool may_hold(const Phrases& phrases, std::string_view block);
  void look_for(const Phrases& phrases, const SeenText& seen, Found& found) const;
  void look_through(const SeenText& seen, Found& found) const;
  bool holds(const QueryNode& node, const Found& found, Xapian::docid docid) const;
  std::vector<WordMark> marks_in(const SeenText& seen) const;

  const SearchIndex& in_;
  std::vector<const QueryNode*> checked_;
  Phrases phrases_;
  Phrases with_signs_;  // those with signs
  std::vector<std::pair<const QueryNode*, QueryRegex>> patterns_;
};

// Reads the text that a section matched with from its note: its own text, and that of the sections
// below if the words are spread over them.
NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a section as shown on a page, read once from the bytes of the note. Phrases and
// expressions are matched against it, and highlights and snippets come from it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/reading.h"
#include "query/search/search.h"
#include "query/search/words/query_words.h"

namespace notes {

// A place of a query word. Signs of Markdown are only in the note.
struct WordMark {
  ByteRange text;          // empty = none
  ByteRange source = {};   // its bytes in the note, if the text is one of a note
  std::uint32_t word = 0;  // index among the query words
  bool exact = false;      // as written in the query, not only with the same stem
};

// Finds the words and phrases of a query in a text, by the same rules as the search. `terms` are
// the terms of `text`. Sorted by place; marks of different words may overlap.
std::vector<WordMark> find_words(std::string_view text, std::span<const Term> terms,
                                 const std::vector<QueryWord>& words);

// A line of the note, and its text as shown.
struct SeenLine {
  MarkedText plain;
  std::vector<ByteRange> marks;  // in the line of the note, sorted
};

class SeenText {
 public:
  // `source` must outlive this; `blocks` are its parts with text.
  SeenText(std::string_view source, std::span<const TextBlock> blocks)
      : source_(source), reading_(read_text(source, blocks)) {}
  // Text without markup: a title, a tag, or Markdown to be shown as typed.
  explicit SeenText(std::string_view source);

  std::string_view text() const { return reading_.text(); }
  std::string_view source() const { return source_; }
  ByteRange source_of(ByteRange in_text) const { return reading_.source_of(in_text); }

  // Calls `visit` for each place of the words in the text until it returns false, one piece of the
  // text at a time. With `may_hold` the pieces are blocks, and only those for which it is true are
  // searched.
  using Visit = std::function<bool(const std::vector<WordMark>&)>;
  using MayHold = std::function<bool(std::string_view block)>;
  void visit_words(const std::vector<QueryWord>& words, Analyzer& analyzer, const Visit& visit,
                   const MayHold& may_hold = {}) const;

  // `line` is a line of the source; only the parts of `marks` in it count.
  SeenLine line_at(ByteRange line, std::span<const WordMark> marks) const;

 private:
  std::string_view source_;
  TextReading reading_;
};

}  // namespace notes

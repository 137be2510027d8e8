// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a section as its reader sees it, read once from the bytes of the note: what a phrase
// is compared with, what an expression matches, what is marked and shown.
#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "common/text/reading.h"
#include "query/search/show/hit.h"
#include "query/search/show/word_marks.h"
#include "query/search/words/query_words.h"

namespace notes {

// A match, in the text and in the bytes of the note. Only the note has the signs of Markdown.
struct SeenMark {
  ByteRange text;
  ByteRange source;
};

// A line of the note with what is seen of it.
struct SeenLine {
  MarkedText plain;
  std::vector<ByteRange> marks;  // in the line of the note, ascending
};

class SeenText {
 public:
  // `source` must outlive it; `blocks` are its parts that hold text.
  SeenText(std::string_view source, std::span<const TextBlock> blocks)
      : source_(source), reading_(read_text(source, blocks)) {}
  // Text without markup: a title, a tag, or Markdown that is taken as it is typed.
  explicit SeenText(std::string_view source);

  std::string_view text() const { return reading_.text(); }
  std::string_view source() const { return source_; }
  SeenMark mark_of(ByteRange in_text) const { return {in_text, reading_.source_of(in_text)}; }

  // Where the words stand in the text, a piece of it at a time, until `visit` returns false. With
  // `may_hold` a piece is a block, and only those that it is true for are looked through.
  using Visit = std::function<bool(const std::vector<WordMark>&)>;
  using MayHold = std::function<bool(std::string_view block)>;
  void visit_words(const std::vector<QueryWord>& words, Analyzer& analyzer, const Visit& visit,
                   const MayHold& may_hold = {}) const;

  // `line` is one of the source; of the marks the parts in it count.
  SeenLine line_at(ByteRange line, std::span<const SeenMark> marks) const;

 private:
  std::string_view source_;
  TextReading reading_;
};

}  // namespace notes

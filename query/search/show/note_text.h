// SPDX-License-Identifier: GPL-2.0-or-later
// The text of a section: reads it from the bytes of its note, which also shows whether the index is
// up to date, splits it into lines, and finds the words of a query in it. Phrases and expressions
// are matched against the text as shown on a page, and highlights and snippets come from it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "common/text/analyzer.h"
#include "common/text/reading.h"
#include "query/search/search.h"
#include "query/search/words/query_words.h"

namespace notes {

struct NoteText {
  std::string bytes;  // [begin_byte, end_byte) or, with what is below, [begin_byte, end_byte_below)
  std::vector<TextBlock> blocks;  // of the text in `bytes`
  bool current = false;           // the own text is as it was indexed
};

enum class TextExtent { own, with_below };

// Empty and not current if the note is gone or cannot be read. Has the section's own blocks.
NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent);

// Without line ends, which are LF, CRLF or CR.
std::vector<ByteRange> lines_of(std::string_view text);

// Sorted, without empty ones; those that touch are joined.
std::vector<ByteRange> merged(std::vector<ByteRange> ranges);

// The part of a line, with the marks in it, between two texts that show where it was cut.
MarkedText slice(std::string_view line, std::span<const ByteRange> marks, ByteRange shown,
                 std::string_view before, std::string_view after);

std::uint32_t utf16_size(std::string_view text);  // in UTF-16 units

// A place of a query word. Signs of Markdown are only in the note.
struct WordMark {
  ByteRange text;          // empty = none
  ByteRange source = {};   // its bytes in the note, if the text is one of a note
  std::uint32_t word = 0;  // index among the query words
  bool exact = false;      // as written in the query, not only with the same stem
};

// Finds the words and phrases of a query in a text, by the same rules as the search. Sorted by
// place; marks of different words may overlap.
std::vector<WordMark> find_words(std::string_view text, const std::vector<QueryWord>& words,
                                 Analyzer& analyzer);

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

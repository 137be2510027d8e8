// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/seen_text.h"

#include <algorithm>
#include <limits>

#include "query/search/show/note_text.h"

namespace notes {
namespace {

// The terms of a longer text would take too much memory. It is split between blocks, which no
// phrase crosses, or between words of a very long block.
constexpr std::size_t kPieceBytes = 1 << 20;
constexpr std::string_view kCellDivider = " | ";
constexpr ByteRange kNothing{std::numeric_limits<std::uint32_t>::max(), 0};

TextBlock all_of(std::string_view source) {
  return {{0, static_cast<std::uint32_t>(source.size())}, BlockKind::front_matter};
}

std::size_t end_of_piece(std::string_view text, std::size_t begin, std::size_t least_bytes) {
  const std::size_t least = begin + least_bytes;
  if (least >= text.size()) return text.size();
  const std::size_t block = std::min(text.find('\n', least), text.size());
  if (block < least + kPieceBytes) return block;
  return std::min(text.find(' ', least), text.size());
}

ByteRange overlap(ByteRange a, ByteRange b) {
  const ByteRange both{std::max(a.begin, b.begin), std::min(a.end, b.end)};
  return both.begin < both.end ? both : kNothing;
}

void widen(ByteRange& range, ByteRange by) {
  range = {std::min(range.begin, by.begin), std::max(range.end, by.end)};
}

bool is_verbatim(const Run& run) {
  return run.text.end - run.text.begin == run.source.end - run.source.begin;
}

class LineReader {
 public:
  LineReader(std::string_view text, ByteRange line, std::span<const SeenMark> marks)
      : text_(text),
        line_(line),
        marks_(marks),
        in_source_(marks.size(), kNothing),
        in_plain_(marks.size(), kNothing) {
    for (std::size_t i = 0; i < marks.size(); ++i)
      if (marks[i].text.begin == marks[i].text.end) in_source_[i] = overlap(marks[i].source, line);
  }

  void take(const Run& run);
  SeenLine finish();

 private:
  ByteRange part_of(const Run& run) const;
  void show(ByteRange part);
  static std::vector<ByteRange> found(std::vector<ByteRange> ranges, std::uint32_t begin);

  std::string_view text_;
  ByteRange line_;
  std::span<const SeenMark> marks_;
  std::string plain_;
  std::uint32_t shown_end_ = 0;  // in the text
  std::vector<ByteRange> in_source_;
  std::vector<ByteRange> in_plain_;
};

ByteRange LineReader::part_of(const Run& run) const {
  const ByteRange source = overlap(run.source, line_);
  if (source.begin >= source.end) return kNothing;
  if (!is_verbatim(run)) return source.begin == run.source.begin ? run.text : kNothing;
  const std::uint32_t begin = run.text.begin + (source.begin - run.source.begin);
  return {begin, begin + (source.end - source.begin)};
}

void LineReader::show(ByteRange part) {
  const std::string_view between = text_.substr(shown_end_, part.begin - shown_end_);
  if (!plain_.empty() && between.find('\n') != std::string_view::npos) plain_ += kCellDivider;
  plain_ += text_.substr(part.begin, part.end - part.begin);
  shown_end_ = part.end;
}

void LineReader::take(const Run& run) {
  const ByteRange part = part_of(run);
  if (part.begin >= part.end) return;
  const bool is_shown = run.kind != PartKind::aside;
  if (is_shown) show(part);
  const auto plain_end = static_cast<std::uint32_t>(plain_.size());
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    const ByteRange marked = overlap(part, marks_[i].text);
    if (marked.begin >= marked.end) continue;
    const std::uint32_t source = run.source.begin + (marked.begin - run.text.begin);
    widen(in_source_[i],
          is_verbatim(run) ? ByteRange{source, source + (marked.end - marked.begin)} : run.source);
    if (is_shown)
      widen(in_plain_[i],
            {plain_end - (part.end - marked.begin), plain_end - (part.end - marked.end)});
  }
}

// Drops empty ones, and makes the others relative to `begin`.
std::vector<ByteRange> LineReader::found(std::vector<ByteRange> ranges, std::uint32_t begin) {
  std::erase_if(ranges, [](const ByteRange& range) { return range.begin >= range.end; });
  std::ranges::sort(ranges, {}, &ByteRange::begin);
  for (ByteRange& range : ranges) range = {range.begin - begin, range.end - begin};
  return merged(ranges);
}

SeenLine LineReader::finish() {
  for (ByteRange& range : in_source_) range = overlap(range, line_);
  return {{std::move(plain_), found(std::move(in_plain_), 0)},
          found(std::move(in_source_), line_.begin)};
}

}  // namespace

SeenText::SeenText(std::string_view source) : SeenText(source, std::vector{all_of(source)}) {}

void SeenText::visit_words(const std::vector<QueryWord>& words, Analyzer& analyzer,
                           const Visit& visit, const MayHold& may_hold) const {
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < text().size(); begin = end) {
    end = end_of_piece(text(), begin, may_hold ? 1 : kPieceBytes);
    const std::string_view piece = text().substr(begin, end - begin);
    if (may_hold && !may_hold(piece)) continue;
    std::vector<WordMark> marks = find_words(piece, analyzer.analyze(piece), words);
    for (WordMark& mark : marks) {
      mark.begin_byte += static_cast<std::uint32_t>(begin);
      mark.end_byte += static_cast<std::uint32_t>(begin);
    }
    if (!visit(marks)) return;
  }
}

SeenLine SeenText::line_at(ByteRange line, std::span<const SeenMark> marks) const {
  LineReader reader(text(), line, marks);
  for (const Run& run : reading_.runs()) reader.take(run);
  return reader.finish();
}

}  // namespace notes

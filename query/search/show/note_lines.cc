// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/note_lines.h"

#include <algorithm>

namespace notes {
namespace {

constexpr std::uint32_t kMaxShownBytes = 400;
constexpr std::uint32_t kBytesBeforeMark = 120;
constexpr std::string_view kCut = "…";
constexpr std::string_view kReplacement = "\xef\xbf\xbd";

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

// Length of the well-formed UTF-8 character at `at`; 0 when there is none.
std::uint32_t character_length(std::string_view text, std::uint32_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::uint32_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
  if (length == 0 || at + length > text.size()) return 0;
  for (std::uint32_t i = 1; i < length; ++i)
    if (!continues(text[at + i])) return 0;
  const auto second = length > 1 ? static_cast<unsigned char>(text[at + 1]) : 0;
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool beyond = (lead == 0xed && second >= 0xa0) || (lead == 0xf4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}

bool is_control(std::string_view text, std::uint32_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x20 || c == 0x7f) return true;
  return c == 0xc2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xa0;
}

std::uint32_t utf16_units(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text)
    if (!continues(c)) units += static_cast<unsigned char>(c) >= 0xf0 ? 2 : 1;
  return units;
}

// The part of a long line that is shown; whole characters, near the first mark.
ByteRange window(std::string_view text, ByteRange line, std::uint32_t first_mark) {
  if (line.end - line.begin <= kMaxShownBytes) return line;
  ByteRange shown = line;
  if (first_mark > line.begin + kBytesBeforeMark) shown.begin = first_mark - kBytesBeforeMark;
  if (line.end - shown.begin > kMaxShownBytes)
    shown.end = shown.begin + kMaxShownBytes;
  else
    shown.begin = line.end - kMaxShownBytes;
  while (shown.begin > line.begin && continues(text[shown.begin])) --shown.begin;
  while (shown.end > shown.begin && shown.end < line.end && continues(text[shown.end])) --shown.end;
  return shown;
}

// Copies characters and tells where each byte went, so that marks can follow.
class SafeCopy {
 public:
  SafeCopy(std::string_view text, ByteRange shown) : begin_(shown.begin) {
    for (std::uint32_t at = shown.begin; at < shown.end;) at += copy(text, at);
    targets_.push_back(size());
  }
  std::string take() { return std::move(copied_); }
  std::uint32_t target(std::uint32_t byte) const {
    return targets_[std::min<std::size_t>(byte - begin_, targets_.size() - 1)];
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(copied_.size()); }

  std::uint32_t copy(std::string_view text, std::uint32_t at) {
    const std::uint32_t length = character_length(text, at);
    const std::uint32_t used = std::max(1U, length);
    targets_.insert(targets_.end(), used, size());
    if (text[at] == '\t')
      copied_ += ' ';
    else if (length == 0 || is_control(text, at))
      copied_ += kReplacement;
    else
      copied_ += text.substr(at, length);
    return used;
  }

  std::uint32_t begin_;
  std::string copied_;
  std::vector<std::uint32_t> targets_;
};

// Overlapping and touching marks become one.
void add_highlight(std::vector<ByteRange>& highlights, ByteRange mark) {
  if (mark.begin >= mark.end) return;
  if (!highlights.empty() && mark.begin <= highlights.back().end)
    highlights.back().end = std::max(highlights.back().end, mark.end);
  else
    highlights.push_back(mark);
}

}  // namespace

std::vector<ByteRange> split_lines(std::string_view text) {
  std::vector<ByteRange> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

Snippet make_snippet(std::string_view text, ByteRange range, std::uint32_t line,
                     const std::vector<ByteRange>& marks) {
  Snippet snippet;
  snippet.line = line;
  const std::uint32_t first =
      marks.empty() ? range.begin : std::max(marks.front().begin, range.begin);
  snippet.column = first - range.begin + 1;
  snippet.column_utf16 = utf16_units(text.substr(range.begin, first - range.begin)) + 1;
  const ByteRange shown = window(text, range, first);
  SafeCopy copy(text, shown);
  const std::uint32_t shift =
      shown.begin > range.begin ? static_cast<std::uint32_t>(kCut.size()) : 0;
  for (const ByteRange& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, shown.begin);
    const std::uint32_t end = std::min(mark.end, shown.end);
    if (begin < end)
      add_highlight(snippet.highlights, {copy.target(begin) + shift, copy.target(end) + shift});
  }
  snippet.text = copy.take();
  if (shift > 0) snippet.text.insert(0, kCut);
  if (shown.end < range.end) snippet.text += kCut;
  return snippet;
}

}  // namespace notes

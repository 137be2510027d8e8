// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/note_lines.h"

#include <algorithm>

#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr std::uint32_t kMaxShownBytes = 400;
constexpr std::uint32_t kBytesBeforeMark = 120;
constexpr std::string_view kCut = "…";

std::uint32_t end_of_line(std::string_view text, std::uint32_t begin) {
  return static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", begin), text.size()));
}

// Whole characters, near the first mark.
ByteRange window(std::string_view line, std::uint32_t first_mark) {
  const auto size = static_cast<std::uint32_t>(line.size());
  if (size <= kMaxShownBytes) return {0, size};
  ByteRange shown{first_mark > kBytesBeforeMark ? first_mark - kBytesBeforeMark : 0, size};
  if (size - shown.begin > kMaxShownBytes)
    shown.end = shown.begin + kMaxShownBytes;
  else
    shown.begin = size - kMaxShownBytes;
  shown.begin = static_cast<std::uint32_t>(begin_of_character(line, shown.begin));
  if (shown.end < size) shown.end = static_cast<std::uint32_t>(begin_of_character(line, shown.end));
  return shown;
}

}  // namespace

std::optional<TextLine> first_line(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return TextLine{{0, end_of_line(text, 0)}, 0};
}

std::optional<TextLine> line_behind(std::string_view text, const TextLine& line) {
  const std::uint32_t begin =
      line.bytes.end + (text.substr(line.bytes.end).starts_with("\r\n") ? 2 : 1);
  if (begin >= text.size()) return std::nullopt;
  return TextLine{{begin, end_of_line(text, begin)}, line.index + 1};
}

std::optional<TextLine> line_before(std::string_view text, const TextLine& line) {
  if (line.bytes.begin == 0) return std::nullopt;
  const std::string_view before = text.substr(0, line.bytes.begin);
  const std::size_t end = before.size() - (before.ends_with("\r\n") ? 2 : 1);
  const std::size_t last_end = before.substr(0, end).find_last_of("\r\n");
  const std::size_t begin = last_end == before.npos ? 0 : last_end + 1;
  return TextLine{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                  line.index - 1};
}

std::vector<ByteRange> merged(std::span<const ByteRange> ranges) {
  std::vector<ByteRange> apart;
  for (const ByteRange& range : ranges) {
    if (range.begin >= range.end) continue;
    if (!apart.empty() && range.begin <= apart.back().end)
      apart.back().end = std::max(apart.back().end, range.end);
    else
      apart.push_back(range);
  }
  return apart;
}

MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks) {
  const ByteRange shown = window(line, marks.empty() ? 0 : marks.front().begin);
  MarkedText cut;
  if (shown.begin > 0) cut.text = kCut;
  const auto shift = static_cast<std::uint32_t>(cut.text.size());
  cut.text += line.substr(shown.begin, shown.end - shown.begin);
  if (shown.end < line.size()) cut.text += kCut;
  std::vector<ByteRange> kept;
  for (const ByteRange& mark : marks) {
    const std::uint32_t begin = std::max(mark.begin, shown.begin);
    const std::uint32_t end = std::min(mark.end, shown.end);
    if (begin < end) kept.push_back({begin - shown.begin + shift, end - shown.begin + shift});
  }
  cut.highlights = merged(kept);
  return cut;
}

std::uint32_t utf16_size(std::string_view text) {
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    units += c.value >= 0x10000 ? 2 : 1;
    at += c.bytes;
  }
  return units;
}

}  // namespace notes

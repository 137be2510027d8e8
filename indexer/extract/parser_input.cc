// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/parser_input.h"

#include <algorithm>
#include <cstdint>

#include "common/text/ascii.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxNodes = 400'000;  // no text makes more nodes than it has bytes

// How much of the text makes at most that many nodes: a line is a block, a text and a break.
std::size_t affordable_bytes(std::string_view text) {
  constexpr ascii::ByteSet kMarks = ascii::byte_set("`\\&_*[]<!>-+.)");
  if (text.size() <= kMaxNodes) return text.size();
  std::size_t nodes = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_line_end = text[at] == '\n' || text[at] == '\r';
    nodes += is_line_end ? 4 : kMarks[static_cast<unsigned char>(text[at])] ? 2 : 0;
    if (nodes > kMaxNodes) return at;
  }
  return text.size();
}

constexpr std::size_t kMaxMarkers = 32;  // on one line
constexpr std::size_t kMaxColumn = 100;  // of a marker: an open item is at least 2 columns wide
constexpr std::size_t kTabColumns = 4;

bool ends_marker(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]);
}

// The length of the marker of a list item or quote at `at`; 0 if there is none.
std::size_t marker_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '>') return 1;
  if (c == '-' || c == '*' || c == '+') return ends_marker(text, at + 1) ? 1 : 0;
  std::size_t end = at;
  while (end < text.size() && end < at + 9 && is_digit(text[end])) ++end;
  const bool numbered = end > at && end < text.size() && (text[end] == '.' || text[end] == ')');
  return numbered && ends_marker(text, end + 1) ? end + 1 - at : 0;
}

// Goes through the markers at the start of a line, up to the first text. Returns the position of
// the first one that is nested too deep.
std::optional<std::size_t> find_excess(std::string_view line) {
  std::size_t at = 0;
  std::size_t column = 0;
  for (std::size_t markers = 1;; ++markers) {
    for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
      column += line[at] == '\t' ? kTabColumns : 1;
    const std::size_t length = at < line.size() ? marker_length(line, at) : 0;
    if (length == 0) return std::nullopt;
    if (markers > kMaxMarkers || column > kMaxColumn) return at;
    at += length;
    column += length;
  }
}

// "\t- item" or "\t1. item".
bool opens_list(std::string_view line) {
  const std::size_t marker =
      line.size() > 1 && line[0] == '\t' && line[1] != '>' ? marker_length(line, 1) : 0;
  return marker > 0 && marker + 1 < line.size();
}

}  // namespace

bool is_underline(std::string_view line) {
  line = trimmed(line);
  return !line.empty() && (line.front() == '=' || line.front() == '-') &&
         line.find_first_not_of(line.front()) == line.npos;
}

bool is_atx_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && ends_marker(line, marks);
}

std::size_t parsable_bytes(std::string_view text) {
  const std::size_t size = affordable_bytes(text);
  if (size == text.size()) return size;
  for (const std::string_view gap : {"\n\n#", "\n\n", "\n"})
    if (const std::size_t at = text.rfind(gap, size - gap.size()); at != text.npos && at > 0)
      return at + std::min<std::size_t>(gap.size(), 2);
  return size;
}

std::optional<std::string> adapted_for_parser(const LineTable& lines, ByteRange bytes) {
  const std::string_view text = lines.text_of(bytes);
  const bool has_tabs = text.find("\n\t") != text.npos;
  std::optional<std::string> adapted;
  const auto replace = [&](std::size_t at, char c) {
    if (!adapted) adapted = std::string(text);
    (*adapted)[at] = c;
  };
  bool is_below_heading = false;
  bool is_below_text = false;
  bool is_in_list = false;  // below a heading, indented by a tab
  std::size_t begin = 0;
  for (std::uint32_t next = lines.line_at(bytes.begin) + 1; begin < text.size(); ++next) {
    const std::size_t end = std::min(lines.begin_of(next), bytes.end) - bytes.begin;
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\n')) line.remove_suffix(1);
    const bool is_indented = line.starts_with('\t');
    const bool is_empty = trimmed(line).empty();
    const bool goes_on = is_in_list && (is_indented || is_empty);
    is_in_list = goes_on || (is_below_heading && opens_list(line));
    is_below_heading =
        is_atx_heading(line) || (is_below_text && is_underline(line) && trimmed(line).size() > 1);
    is_below_text = !is_empty;
    if (has_tabs && is_in_list && is_indented) replace(begin, ' ');
    if (const auto excess = find_excess(line)) replace(begin + *excess, 'x');
    begin = end;
  }
  return adapted;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/parser_input.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxNodes = 400'000;  // no text makes more nodes than it has bytes

// The largest number of nodes for one character: a line is a block, a text and a break.
constexpr std::array<std::uint8_t, 256> nodes_of_characters() {
  std::array<std::uint8_t, 256> nodes{};
  nodes['\n'] = nodes['\r'] = 4;
  for (const char mark : std::string_view("`\\&_*[]<!>-+.)"))
    nodes[static_cast<unsigned char>(mark)] = 2;
  return nodes;
}

std::size_t affordable_bytes(std::string_view text) {
  if (text.size() <= kMaxNodes) return text.size();
  constexpr auto kNodes = nodes_of_characters();
  std::size_t nodes = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    nodes += kNodes[static_cast<unsigned char>(text[at])];
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
std::optional<std::size_t> find_excess(std::string_view text, std::size_t at) {
  std::size_t column = 0;
  for (std::size_t markers = 1;; ++markers) {
    for (; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at)
      column += text[at] == '\t' ? kTabColumns : 1;
    const std::size_t length = at < text.size() ? marker_length(text, at) : 0;
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

std::optional<std::string> with_shallow_nesting(const LineTable& lines, ByteRange body_bytes) {
  const std::uint32_t body_byte = body_bytes.begin;
  const std::string_view body = lines.text().substr(body_byte, body_bytes.end - body_byte);
  std::optional<std::string> shallow;
  for (std::uint32_t line = lines.line_at(body_byte); line <= lines.count(); ++line) {
    const std::size_t begin = std::max(lines.begin_of(line), body_byte) - body_byte;
    const std::size_t end =
        std::min<std::size_t>(lines.begin_of(line + 1) - body_byte, body.size());
    if (begin >= end) break;
    if (is_letter(body[begin])) continue;
    const auto excess = find_excess(body.substr(0, end), begin);
    if (!excess) continue;
    if (!shallow) shallow = std::string(body);
    (*shallow)[*excess] = 'x';
  }
  return shallow;
}

std::optional<std::string> with_lists_below_headings(std::string_view text) {
  if (text.find("\n\t") == text.npos) return std::nullopt;
  std::optional<std::string> changed;
  bool below_heading = false;
  bool below_text = false;
  bool in_list = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool goes_on = in_list && (line.starts_with('\t') || trimmed(line).empty());
    in_list = goes_on || (below_heading && opens_list(line));
    if (in_list && line.starts_with('\t')) {
      if (!changed) changed = std::string(text);
      (*changed)[begin] = ' ';
    }
    below_heading =
        is_atx_heading(line) || (below_text && is_underline(line) && trimmed(line).size() > 1);
    below_text = !trimmed(line).empty();
    begin = end + 1;
  }
  return changed;
}

}  // namespace notes

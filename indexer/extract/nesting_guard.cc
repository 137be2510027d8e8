// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/nesting_guard.h"

#include <algorithm>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxMarkers = 32;  // on one line
constexpr std::size_t kMaxColumn = 100;  // of a marker: open items are 2 columns wide at least
constexpr std::size_t kTabColumns = 4;

bool ends_marker(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]);
}

// Length of the marker of a list item or quote at `at`; 0 when there is none.
std::size_t marker_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '>') return 1;
  if (c == '-' || c == '*' || c == '+') return ends_marker(text, at + 1) ? 1 : 0;
  std::size_t end = at;
  while (end < text.size() && end < at + 9 && is_digit(text[end])) ++end;
  const bool numbered = end > at && end < text.size() && (text[end] == '.' || text[end] == ')');
  return numbered && ends_marker(text, end + 1) ? end + 1 - at : 0;
}

// Goes over the markers that open a line, up to the first text.
class LinePrefix {
 public:
  LinePrefix(std::string_view text, std::size_t begin) : text_(text), at_(begin) {}

  // Where the first marker stands that nests too deep.
  std::optional<std::size_t> find_excess() {
    while (skip_blanks(), at_ < text_.size()) {
      const std::size_t length = marker_length(text_, at_);
      if (length == 0) return std::nullopt;
      if (++markers_ > kMaxMarkers || column_ > kMaxColumn) return at_;
      at_ += length;
      column_ += length;
    }
    return std::nullopt;
  }

 private:
  void skip_blanks() {
    for (; at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'); ++at_)
      column_ += text_[at_] == '\t' ? kTabColumns : 1;
  }

  std::string_view text_;
  std::size_t at_;
  std::size_t column_ = 0;
  std::size_t markers_ = 0;
};

}  // namespace

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
    const auto excess = LinePrefix(body.substr(0, end), begin).find_excess();
    if (!excess) continue;
    if (!shallow) shallow = std::string(body);
    (*shallow)[*excess] = 'x';
  }
  return shallow;
}

}  // namespace notes

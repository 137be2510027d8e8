// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/link_target.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr int kMaxNesting = 8;

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_blank(text[at])) ++at;
  return at;
}

// The address and where the text goes on behind it.
struct Address {
  std::string_view bytes;
  std::size_t end;
};

std::optional<Address> read_bracketed_address(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_of("<>", at + 1);
  if (end == kNone || text[end] == '<') return std::nullopt;
  return Address{text.substr(at + 1, end - at - 1), end + 1};
}

// Ends at a blank, or at the parenthesis that nothing in it opened.
std::optional<Address> read_open_address(std::string_view text, std::size_t begin) {
  int nesting = 0;
  std::size_t at = begin;
  for (; at < text.size() && !ascii::is_blank(text[at]); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && !ascii::is_blank(text[at + 1])) {
      ++at;
    } else if (text[at] == '(') {
      if (++nesting > kMaxNesting) return std::nullopt;
    } else if (text[at] == ')' && --nesting < 0) {
      break;
    }
  }
  if (nesting > 0) return std::nullopt;
  return Address{text.substr(begin, at - begin), at};
}

std::optional<Address> read_address(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return read_bracketed_address(text, at);
  return read_open_address(text, at);
}

// Behind the title at `at`; nothing when what stands there is no whole title.
std::optional<std::size_t> end_of_title(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const char open = text[at];
  if (open != '"' && open != '\'' && open != '(') return std::nullopt;
  const char close = open == '(' ? ')' : open;
  for (++at; at < text.size(); ++at) {
    if (text[at] == close) return at + 1;
    if (text[at] == open) return std::nullopt;
    if (text[at] == '\\') ++at;
  }
  return std::nullopt;
}

// Behind the title, if there is one, and the blanks around it.
std::size_t skip_title(std::string_view text, std::size_t address_end) {
  const std::size_t at = skip_blanks(text, address_end);
  if (at == address_end) return at;
  return skip_blanks(text, end_of_title(text, at).value_or(at));
}

// Behind the `]:` of a definition at the start of a line; nothing for other lines.
std::optional<std::size_t> end_of_label(std::string_view text, std::size_t at) {
  at = text.find_first_not_of(" \t>", at);
  if (at == kNone || text[at] != '[' || text.substr(at + 1).starts_with('^')) return std::nullopt;
  const std::size_t close = text.find_first_of("[]", at + 1);
  if (close == kNone || text[close] == '[' || close == at + 1) return std::nullopt;
  if (!text.substr(close + 1).starts_with(':')) return std::nullopt;
  return close + 2;
}

}  // namespace

std::optional<LinkTarget> read_inline_target(std::string_view text, std::size_t at) {
  const auto address = read_address(text, skip_blanks(text, at + 1));
  if (!address) return std::nullopt;
  const std::size_t end = skip_title(text, address->end);
  if (end >= text.size() || text[end] != ')') return std::nullopt;
  return LinkTarget{address->bytes, end + 1};
}

std::optional<LinkTarget> read_definition(std::string_view text, std::size_t line_begin) {
  const auto label_end = end_of_label(text, line_begin);
  if (!label_end) return std::nullopt;
  const auto address = read_address(text, skip_blanks(text, *label_end));
  if (!address || address->bytes.empty()) return std::nullopt;
  if (skip_title(text, address->end) != text.size()) return std::nullopt;
  return LinkTarget{address->bytes, text.size()};
}

std::optional<std::size_t> end_of_footnote_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("[^")) return std::nullopt;
  const std::size_t end = text.find_first_of("[] \t\r\n", at + 2);
  if (end == kNone || text[end] != ']' || end == at + 2) return std::nullopt;
  return end + 1;
}

}  // namespace notes

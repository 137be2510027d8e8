// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/front_matter_value.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "common/text/code_point.h"
#include "common/text/whole_number.h"
#include "indexer/extract/ascii.h"

namespace notes {
namespace {

bool is_quoted(std::string_view value) {
  return value.size() > 1 && opens_quote(value);
}

// The position after the quoted text at the start of `value`; 0 if the quote is not closed. Within
// single quotes `''` is a quote, within double quotes `\"` is one.
std::size_t end_of_quoted(std::string_view value) {
  const char quote = value.front();
  for (std::size_t at = 1; at < value.size(); ++at) {
    const bool is_escape = quote == '"' ? value[at] == '\\' : value.substr(at).starts_with("''");
    if (is_escape)
      ++at;
    else if (value[at] == quote)
      return at + 1;
  }
  return 0;
}

std::optional<std::uint32_t> read_four_digits(std::string_view digits) {  // hexadecimal
  return digits.size() == 4 ? whole_number<std::uint32_t>(digits, 16) : std::nullopt;
}

// `rest` starts after `\u`. JSON writes characters above U+FFFF as pairs.
void append_code_unit(std::string& text, std::string_view& rest) {
  const auto unit = read_four_digits(rest.substr(0, 4));
  rest.remove_prefix(unit ? 4 : 0);
  if (!unit) return;
  const auto low = rest.starts_with("\\u") ? read_four_digits(rest.substr(2, 4)) : std::nullopt;
  const bool is_pair = *unit >> 10 == 0xD800 >> 10 && low && *low >> 10 == 0xDC00 >> 10;
  if (is_pair) rest.remove_prefix(6);
  text += utf8_of(is_pair ? 0x10000 + ((*unit & 0x3FF) << 10) + (*low & 0x3FF) : *unit);
}

std::string without_escapes(std::string_view inner) {
  std::string text;
  while (!inner.empty()) {
    text += take_until(inner, '\\');
    if (inner.empty()) break;
    const char escaped = inner.front();
    inner.remove_prefix(1);
    if (escaped == 'u')
      append_code_unit(text, inner);
    else
      text += std::string_view("nrtbf").find(escaped) == std::string_view::npos ? escaped : ' ';
  }
  return text;
}

// A quoted text may contain line ends, which become blanks.
std::string as_one_line(std::string_view text) {
  std::string line;
  while (!text.empty())
    line.append(line.empty() ? "" : " ").append(trimmed(take_until(text, '\n')));
  return line;
}

// A quote counts only at the start of a value, not in "it's".
bool opens_quoted(std::string_view value, std::size_t at) {
  if (!opens_quote(value.substr(at))) return false;
  const std::string_view above = trimmed(value.substr(0, at));
  return above.empty() || std::string_view("[{,:").find(above.back()) != std::string_view::npos;
}

bool opens_comment(std::string_view value, std::size_t at) {
  return value[at] == '#' && at + 1 < value.size() && is_blank(value[at + 1]) &&
         (at == 0 || is_blank(value[at - 1]));
}

// The end of the quoted text or comment at `at` if there is one, otherwise the end of the
// character.
std::size_t pass(std::string_view value, std::size_t at) {
  if (opens_comment(value, at)) return std::min(value.find('\n', at), value.size());
  const std::size_t quoted = opens_quoted(value, at) ? end_of_quoted(value.substr(at)) : 0;
  return at + std::max<std::size_t>(quoted, 1);
}

}  // namespace

std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (!is_quoted(value) || end_of_quoted(value) != value.size()) return with_valid_utf8(value);
  const std::string_view inner = value.substr(1, value.size() - 2);
  const std::string text =
      value.front() == '"' ? without_escapes(inner) : with_replaced(std::string(inner), "''", "'");
  return with_valid_utf8(as_one_line(trimmed(text)));
}

std::string_view without_comment(std::string_view value) {
  value = trimmed(value);
  const std::size_t quoted = is_quoted(value) ? end_of_quoted(value) : 0;
  for (std::size_t at = value.find('#', quoted); at != value.npos; at = value.find('#', at + 1)) {
    const bool is_comment = at > 0 ? is_blank(value[at - 1]) && value.front() != '#'
                                   : value.size() == 1 || is_blank(value[1]);
    if (is_comment) return trimmed(value.substr(0, at));
  }
  return value;
}

bool opens_quote(std::string_view value) {
  return value.starts_with('"') || value.starts_with('\'');
}

bool opens_flow(std::string_view value) {
  return (value.starts_with('[') && !value.starts_with("[[")) ||
         (value.starts_with('{') && !value.starts_with("{{"));
}

std::size_t end_of_flow(std::string_view value) {
  if (is_quoted(value)) return end_of_quoted(value);
  const char open = value.front();
  const char close = open == '[' ? ']' : '}';
  int depth = 0;
  for (std::size_t at = 0; at < value.size(); at = pass(value, at)) {
    if (value[at] == open) ++depth;
    if (value[at] == close && --depth == 0) return at + 1;
  }
  return 0;
}

std::vector<std::string_view> flow_items(std::string_view value) {
  std::vector<std::string_view> items;
  const std::size_t end = end_of_flow(value);
  const std::string_view inner = end > 0 ? value.substr(1, end - 2) : value.substr(1);
  int depth = 0;
  std::size_t begin = 0;
  std::size_t comment = inner.npos;  // after the item
  const auto item_up_to = [&](std::size_t at) {
    return trimmed(inner.substr(begin, std::min(at, comment) - begin));
  };
  const auto add = [&](std::size_t at) {
    if (const auto item = item_up_to(at); !item.empty()) items.push_back(item);
    begin = at + 1;
    comment = inner.npos;
  };
  for (std::size_t at = 0; at < inner.size(); at = pass(inner, at)) {
    if (opens_comment(inner, at)) {
      if (item_up_to(at).empty())
        begin = pass(inner, at);
      else
        comment = std::min(comment, at);
    }
    if (inner[at] == '[' || inner[at] == '{') ++depth;
    if (inner[at] == ']' || inner[at] == '}') --depth;
    if (inner[at] == ',' && depth <= 0) add(at);
  }
  add(inner.size());
  return items;
}

}  // namespace notes

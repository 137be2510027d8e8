// SPDX-License-Identifier: GPL-2.0-or-later
// ASCII for code that reads notes: common/text/ascii.h and a few more functions. For other letters
// see common/text/code_point.h.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "common/text/ascii.h"
#include "common/text/joined.h"

namespace notes {

using ascii::is_alphanumeric;
using ascii::is_ascii;
using ascii::is_digit;
using ascii::is_letter;
using ascii::to_lower;
using ascii::trimmed;

constexpr bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
// \v and \f are not blanks: in Markdown they are text.
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Letters of any script and digits, as far as one byte shows.
constexpr bool is_of_word(char c) {
  return is_alphanumeric(c) || !is_ascii(c);
}

// A letter of any script, as far as one byte shows.
constexpr bool is_letter_of_any_script(char c) {
  return is_letter(c) || !is_ascii(c);
}
inline bool has_letter(std::string_view text) {
  return std::ranges::any_of(text, is_letter_of_any_script);
}

// "MoEs" gives "MoE"; "AWS" keeps its S.
constexpr std::string_view without_plural(std::string_view word) {
  const bool is_plural = word.size() > 2 && word.back() == 's' && is_upper(word[word.size() - 2]);
  return is_plural ? word.substr(0, word.size() - 1) : word;
}

// Returns the text before the first `end`, and removes both from `rest`.
constexpr std::string_view take_until(std::string_view& rest, char end) {
  const std::size_t at = rest.find(end);
  const std::string_view taken = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return taken;
}

// The line without blanks and without the marker of a list item.
inline std::string_view without_list_mark(std::string_view line) {
  line = trimmed(line);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const std::string_view mark = line.substr(digits, 2);
  const bool is_item =
      digits == 0 ? mark == "- " || mark == "* " || mark == "+ " : mark == ". " || mark == ") ";
  return is_item ? trimmed(line.substr(digits + mark.size())) : line;
}

inline bool is_list_item(std::string_view line) {
  return without_list_mark(line).size() < trimmed(line).size();
}

}  // namespace notes

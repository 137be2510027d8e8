// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/word_trim.h"

#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::u32string_view kOpeningMarks =
    U"'*+,;?\u00A1\u00AB\u00BB\u00BF\u2018\u2019\u201C\u201D\u201E";
constexpr std::u32string_view kClosingMarks =
    U"?!,;.:'"
    U"\"\u00AB\u00BB\u2018\u2019\u201C\u201D\u2026\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F";

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The size of an abbreviation such as "e.g." or "U.S.", whose last dot is part of the word; else 0.
std::size_t abbreviation_size(std::string_view piece) {
  std::size_t size = 0;
  while (size + 1 < piece.size() && is_ascii_letter(piece[size]) && piece[size + 1] == '.')
    size += 2;
  return size >= 4 ? size : 0;
}

std::string_view trim_closing(std::string_view piece, std::u32string_view marks, std::size_t keep) {
  while (piece.size() > keep) {
    const CodePoint last = last_code_point(piece);
    if (marks.find(last.value) == std::u32string_view::npos) break;
    piece.remove_suffix(last.bytes);
  }
  return piece;
}

}  // namespace

bool is_opening_mark(char32_t c) {
  return kOpeningMarks.find(c) != std::u32string_view::npos;
}

bool is_question_mark(char32_t c) {
  return c == U'?' || c == U'\uFF1F';
}

std::string_view trim_word(std::string_view piece) {
  return trim_closing(piece, kClosingMarks, abbreviation_size(piece));
}

std::string_view trim_value(std::string_view piece) {
  const std::string_view up_to_dots = trim_closing(piece, U"?!,;:'\"", 0);
  return up_to_dots.ends_with("..") ? up_to_dots : trim_word(piece);
}

std::string_view stem_of_prefix(std::string_view word) {
  if (!word.ends_with('*')) return {};
  const std::string_view stem = word.substr(0, word.find_last_not_of('*') + 1);
  int meaningful = 0;
  for (std::size_t i = 0; i < stem.size() && meaningful < 2;) {
    const CodePoint c = code_point_at(stem, i);
    meaningful += carries_meaning(c.value) ? 1 : 0;
    i += c.bytes;
  }
  return meaningful == 2 ? stem : std::string_view();
}

}  // namespace notes

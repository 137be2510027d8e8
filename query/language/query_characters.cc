// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_characters.h"

#include <algorithm>
#include <array>

#include "common/text/ascii.h"

namespace notes {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

// Punctuation, arrows, operators, box drawing: characters that nobody searches for as a word.
constexpr std::array kSigns = std::to_array<CharacterRange>({
    {0x0021, 0x002F}, {0x003A, 0x0040}, {0x005B, 0x0060}, {0x007B, 0x007E}, {0x00A1, 0x00A9},
    {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB}, {0x00BF, 0x00BF},
    {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2010, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x22FF},
    {0x2500, 0x25FF}, {0x3001, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0xFE00, 0xFE6F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF0, 0xFFFF},
});

constexpr std::u32string_view kClosingMarks =
    U"?!,;.:'"
    U"\"\u00AB\u00BB\u2018\u2019\u201C\u201D\u2026\u3001\u3002\uFF01\uFF0C\uFF1A\uFF1B\uFF1F";

// The size of an abbreviation such as "e.g." or "U.S.", whose last dot is part of the word; else 0.
std::size_t abbreviation_size(std::string_view piece) {
  std::size_t size = 0;
  while (size + 1 < piece.size() && ascii::is_letter(piece[size]) && piece[size + 1] == '.')
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

// In bytes. The closing mark is searched for only this far from each opening one.
constexpr std::size_t kLongestCurlyPhrase = 1000;

struct QuotePair {
  std::string_view opening;
  std::u32string_view closing;  // any of these characters
};

// The pairs of various languages: «a», »a«, “a”, ”a”, „a“; the shortest first.
constexpr std::array<QuotePair, 6> kQuotes{{{"\"", U"\""},
                                            {"\u00AB", U"\u00BB"},
                                            {"\u00BB", U"\u00AB"},
                                            {"\u201C", U"\u201D"},
                                            {"\u201D", U"\u201D"},
                                            {"\u201E", U"\u201C\u201D"}}};

const QuotePair* find_pair(std::string_view query, std::size_t byte) {
  const auto* pair = std::ranges::find_if(kQuotes, [&](const QuotePair& quotes) {
    return query.substr(byte).starts_with(quotes.opening);
  });
  return pair == kQuotes.end() ? nullptr : pair;
}

// The position of the first mark from `byte` on, or the size of the query if there is none.
std::size_t find_any(std::string_view query, std::u32string_view marks, std::size_t byte) {
  while (byte < query.size()) {
    const CodePoint c = code_point_at(query, byte);
    if (marks.find(c.value) != std::u32string_view::npos) break;
    byte += c.bytes;
  }
  return byte;
}

}  // namespace

CodePoint last_code_point(std::string_view text) {
  return code_point_at(text, begin_of_character(text, text.size() - 1));
}

bool is_blank(char32_t c) {
  constexpr std::u32string_view kOthers = U"\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF";
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || (c >= 0x2000 && c <= 0x200B) ||
         kOthers.find(c) != std::u32string_view::npos;
}

bool carries_meaning(char32_t c) {
  const auto* after = std::ranges::upper_bound(kSigns, c, {}, &CharacterRange::first);
  const bool is_sign = after != kSigns.begin() && c <= std::prev(after)->last;
  return !is_sign && !is_blank(c);
}

bool holds_meaning(std::string_view text) {
  return std::ranges::any_of(code_points_of(text), carries_meaning);
}

bool is_all_blank(std::string_view text) {
  return std::ranges::all_of(code_points_of(text), is_blank);
}

std::string_view trim_word(std::string_view piece) {
  return trim_closing(piece, kClosingMarks, abbreviation_size(piece));
}

std::string_view trim_value(std::string_view piece) {
  const std::string_view up_to_dots = trim_closing(piece, U"?!,;:'\"", 0);
  return up_to_dots.ends_with("..") ? up_to_dots : trim_word(piece);
}

bool can_be_prefix(std::string_view stem) {
  return std::ranges::count_if(code_points_of(stem), carries_meaning) >= 2;
}

std::string_view stem_of_prefix(std::string_view word) {
  if (!word.ends_with('*')) return {};
  const std::string_view stem = word.substr(0, word.find_last_not_of('*') + 1);
  return can_be_prefix(stem) ? stem : std::string_view();
}

std::size_t opening_quote_size(std::string_view query, std::size_t byte) {
  const QuotePair* pair = find_pair(query, byte);
  if (pair == nullptr) return 0;
  const std::size_t size = pair->opening.size();
  if (size == 1) return size;
  const std::string_view near = query.substr(0, byte + kLongestCurlyPhrase);
  return find_any(near, pair->closing, byte + size) < near.size() ? size : 0;
}

QuotedText scan_quoted(std::string_view query, std::size_t opening_quote) {
  const QuotePair& pair = *find_pair(query, opening_quote);
  const std::size_t begin = opening_quote + pair.opening.size();
  const std::size_t quote = find_any(query, pair.closing, begin);
  if (quote == query.size()) return {query.substr(begin), query.size(), QuoteEnding::query_end};
  const std::string_view text = query.substr(begin, quote - begin);
  const bool opens_another = query[quote] == '"' && !text.empty() &&
                             is_blank(last_code_point(text).value) && quote + 1 < query.size() &&
                             carries_meaning(code_point_at(query, quote + 1).value);
  if (opens_another) return {text, quote, QuoteEnding::next_quote};
  return {text, quote + code_point_at(query, quote).bytes, QuoteEnding::closed};
}

std::string in_quotes(std::string_view text) {
  const auto* pair = std::ranges::find_if(kQuotes, [&](const QuotePair& quotes) {
    return find_any(text, quotes.closing, 0) == text.size();
  });
  return std::string(pair->opening).append(text) + utf8_of(pair->closing.front());
}

}  // namespace notes

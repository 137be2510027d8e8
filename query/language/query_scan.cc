// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the ends of words and quoted text in a query.
#include <algorithm>
#include <array>

#include "query/language/query_characters.h"
#include "query/language/query_lexer.h"

namespace notes {
namespace {

bool has_meaning_at(std::string_view query, std::size_t byte) {
  return byte < query.size() && carries_meaning(code_point_at(query, byte).value);
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

// A quote inside a word is text, as in 17", but after one of these signs it opens a phrase.
bool opens_phrase_inside_word(std::string_view query, std::size_t quote) {
  constexpr std::string_view kSigns = ":=[{,/";
  return kSigns.find(query[quote - 1]) != std::string_view::npos &&
         opening_quote_size(query, quote) > 0;
}

bool is_blank_before(std::string_view query, std::size_t byte) {
  return is_blank(last_code_point(query.substr(0, byte)).value);
}

}  // namespace

bool is_minus_before_operand(std::string_view query, std::size_t byte) {
  if (query[byte] != '-' || byte + 1 >= query.size()) return false;
  return query[byte + 1] == '(' || opening_quote_size(query, byte + 1) > 0 ||
         has_meaning_at(query, byte + 1);
}

std::vector<bool> pairs_inside_words(std::string_view query) {
  std::vector<bool> pairs(query.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < query.size();) {
    const CodePoint c = code_point_at(query, i);
    if (c.value == '(') {
      open.push_back(i);
    } else if (c.value == ')' && !open.empty()) {
      pairs[open.back()] = true;
      open.pop_back();
    } else if (c.value == '"' || is_blank(c.value)) {
      open.clear();
    }
    i += c.bytes;
  }
  return pairs;
}

std::size_t word_end(std::string_view query, std::size_t byte, const std::vector<bool>& pairs) {
  const std::size_t begin = byte;
  int depth = 0;
  while (byte < query.size()) {
    const CodePoint c = code_point_at(query, byte);
    if (is_blank(c.value)) break;
    if (c.value == '(' && !pairs[byte]) break;
    if (c.value == ')' && depth == 0) break;
    if (byte > begin && opens_phrase_inside_word(query, byte)) break;
    if (c.value == '(') ++depth;
    if (c.value == ')') --depth;
    byte += c.bytes;
  }
  return byte;
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
                             is_blank_before(query, quote) && has_meaning_at(query, quote + 1);
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

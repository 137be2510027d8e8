// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/phrase_signs.h"

#include <algorithm>

#include "common/text/code_point.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

// In bytes. Signs farther from a word do not belong to it.
constexpr std::size_t kLongestGap = 4096;

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2018' || c == U'\u2019';
}

std::u32string folded_sign(char32_t c) {
  const bool is_hyphen = c == U'\u2010' || c == U'\u2011';
  return is_hyphen ? U"-" : folded_code_point(c);
}

// Whether a text may lack the signs between two words, or after the last one.
bool are_no_matter(std::u32string_view signs, Gap kind) {
  const bool after_word = kind != Gap::before_words && kind != Gap::no_words;
  const bool is_sign_alone = kind != Gap::after_words && signs.size() == 1;
  if (kind == Gap::between_words && signs == U"-") return true;
  const bool stops = after_word && signs.starts_with(U'.');
  if (stops && is_sign_alone) return false;  // pip.install
  if (stops) signs.remove_prefix(1);
  return std::ranges::all_of(signs, [](char32_t c) { return c == U' ' || is_apostrophe(c); });
}

std::size_t blank_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    if (!is_blank(c.value)) break;
    at += c.bytes;
  }
  return at;
}

// How many bytes the signs take at the start of `text`; 0 if it does not start with them.
std::optional<std::size_t> length_at_start(std::u32string_view signs, std::string_view text) {
  std::size_t at = 0;
  while (!signs.empty()) {
    const std::size_t blanks = blank_length(text.substr(at));
    if ((blanks > 0) != (signs.front() == U' ')) return std::nullopt;
    if (blanks > 0) {
      at += blanks;
      signs.remove_prefix(1);
      continue;
    }
    if (at == text.size()) return std::nullopt;
    const CodePoint c = code_point_at(text, at);
    const std::u32string folded = folded_sign(c.value);
    if (!signs.starts_with(folded)) return std::nullopt;
    at += c.bytes;
    signs.remove_prefix(folded.size());
  }
  return at;
}

}  // namespace

Signs read_signs(std::string_view gap, Gap kind) {
  Signs signs;
  for (std::size_t at = 0; at < gap.size();) {
    const CodePoint c = code_point_at(gap, at);
    at += c.bytes;
    if (!is_blank(c.value))
      signs += folded_sign(c.value);
    else if (!signs.ends_with(U' '))
      signs += U' ';
  }
  const bool begins = kind == Gap::before_words || kind == Gap::no_words;
  const bool ends = kind == Gap::after_words || kind == Gap::no_words;
  if (begins && signs.starts_with(U' ')) signs.erase(0, 1);
  if (ends && signs.ends_with(U' ')) signs.pop_back();
  return kind != Gap::no_words && are_no_matter(signs, kind) ? Signs() : signs;
}

std::optional<ByteRange> find_signs(const Signs& signs, std::string_view gap, Gap kind) {
  const auto size = static_cast<std::uint32_t>(gap.size());
  if (signs.empty()) {
    const std::uint32_t at = kind == Gap::before_words ? size : 0;
    return ByteRange{at, at};
  }
  const bool may_start_later = kind == Gap::before_words || kind == Gap::no_words;
  const bool must_reach_end = kind == Gap::before_words || kind == Gap::between_words;
  std::size_t start = kind == Gap::before_words && size > kLongestGap ? size - kLongestGap : 0;
  while (start < size) {
    const auto length = length_at_start(signs, gap.substr(start));
    const auto end = static_cast<std::uint32_t>(start + length.value_or(0));
    if (length && (!must_reach_end || end == size))
      return ByteRange{static_cast<std::uint32_t>(start), end};
    if (!may_start_later) break;
    start += code_point_at(gap, start).bytes;
  }
  return std::nullopt;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/compounds.h"

#include "common/text/analyzer.h"
#include "common/text/ascii.h"

namespace notes {
namespace {

constexpr std::size_t kMaxJoinedParts = 4;
constexpr std::size_t kMaxJoinedBytes = 32;

bool is_word_of_letters(const ScannedWord& word) {
  return word.shape == WordShape::plain || word.shape == WordShape::mixed;
}

bool joins(std::string_view gap) {
  if (gap.size() == 1) return gap[0] == '-' || gap[0] == '_' || gap[0] == '.';
  return gap == "::" || gap == "\u2010" || gap == "\u2011";
}

bool is_letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && (read_character(text, at).kind & char_kind::letter);
}

// Signs count as part of a word only where something opens before them.
bool opens_after(std::string_view text, std::size_t at, std::string_view openers) {
  if (at == 0) return true;
  return ascii::is_blank(text[at - 1]) || openers.find(text[at - 1]) != std::string_view::npos;
}

std::size_t sign_length(std::string_view text, std::size_t word_begin) {
  if (word_begin == 0) return 0;
  const char sign = text[word_begin - 1];
  if (sign == '@' || sign == '#' || sign == '.') return 1;
  return sign == '-' && word_begin > 1 && text[word_begin - 2] == '-' ? 2 : 0;
}

// `#` is also what stands before anchors and numbers: it asks for more room than the others.
std::string_view openers_before(char sign) {
  return sign == '#' ? "([{" : "([{<\"'`*_|=,;:";
}

ByteRange bytes_from(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::size_t compound_length(std::string_view text, std::span<const ScannedWord> words) {
  std::size_t length = 1;
  if (!is_word_of_letters(words[0])) return length;
  while (length < words.size() && is_word_of_letters(words[length])) {
    const std::size_t gap_begin = words[length - 1].end_byte;
    if (!joins(text.substr(gap_begin, words[length].begin_byte - gap_begin))) break;
    ++length;
  }
  return length;
}

bool is_joinable(std::span<const ScannedWord> compound) {
  return compound.size() >= 2 && compound.size() <= kMaxJoinedParts &&
         compound.back().end_byte - compound.front().begin_byte <= kMaxJoinedBytes;
}

std::optional<ByteRange> leading_sigil(std::string_view text,
                                       std::span<const ScannedWord> compound) {
  const ScannedWord& first = compound.front();
  const std::size_t signs = sign_length(text, first.begin_byte);
  if (signs == 0 || !is_letter_at(text, first.begin_byte)) return std::nullopt;
  const std::size_t begin = first.begin_byte - signs;
  if (!opens_after(text, begin, openers_before(text[begin]))) return std::nullopt;
  const std::size_t end = text[begin] == '.' ? first.end_byte : compound.back().end_byte;
  if (end - begin > kMaxTermBytes) return std::nullopt;
  return bytes_from(begin, end);
}

std::optional<ByteRange> trailing_sigil(std::string_view text, const ScannedWord& word) {
  const std::size_t end = word.end_byte;
  if (end >= text.size() || word.end_byte - word.begin_byte > kMaxTermBytes) return std::nullopt;
  if (text[end] == '#') {
    const bool is_language = end - word.begin_byte == 1 && is_letter_at(text, word.begin_byte);
    if (!is_language || is_letter_at(text, end + 1)) return std::nullopt;
    return bytes_from(word.begin_byte, end + 1);
  }
  const std::string_view rest = text.substr(end, 3);
  if (!rest.starts_with("++") || rest == "+++") return std::nullopt;
  return bytes_from(word.begin_byte, end + 2);
}

}  // namespace notes

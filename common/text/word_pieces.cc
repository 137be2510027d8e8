// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_pieces.h"

#include <string_view>

#include "common/text/apostrophe.h"
#include "common/text/ascii.h"

namespace notes {
namespace {

ByteRange bytes_from(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

enum class Cut : std::uint8_t { none, here, one_character_before };

// Walks the characters of one word and tells where a piece begins.
class PieceBoundaries {
 public:
  explicit PieceBoundaries(CharKinds first) : before_(first) {}

  Cut step(CharKinds kind) {
    const Cut cut = cut_before(kind);
    before_last_ = cut == Cut::here ? char_kind::separator : before_;
    before_ = kind;
    return cut;
  }

 private:
  Cut cut_before(CharKinds kind) const {
    const bool is_digit = kind & char_kind::digit;
    const bool was_digit = before_ & char_kind::digit;
    if (is_digit != was_digit) return Cut::here;
    const bool was_upper = before_ & char_kind::upper;
    if ((kind & char_kind::upper) && !was_upper) return Cut::here;
    const bool ends_acronym = was_upper && (before_last_ & char_kind::upper);
    return (kind & char_kind::lower) && ends_acronym ? Cut::one_character_before : Cut::none;
  }

  CharKinds before_last_ = char_kind::separator;
  CharKinds before_;
};

constexpr std::string_view kApostrophes[] = {"'", "\u2019", "\u02bc", "\uff07"};

// Where the pieces end: before the s of `LLMs`, `1990s` and of `LLM's`, and before the ending of
// Ankara'nın.
std::size_t end_of_pieces(std::string_view word) {
  for (const std::string_view apostrophe : kApostrophes) {
    const std::size_t at = word.rfind(apostrophe);
    if (at == word.npos) continue;
    const std::string_view ending = word.substr(at + apostrophe.size());
    if (ending == "s" || is_ending_of_name(word.substr(0, at), ending)) return at;
  }
  if (word.size() < 2 || word.back() != 's') return word.size();
  const char last = word[word.size() - 2];
  const bool follows_acronym = ascii::is_digit(last) || (last >= 'A' && last <= 'Z');
  return follows_acronym ? word.size() - 1 : word.size();
}

constexpr std::string_view kHebrewAnd = "ו";

}  // namespace

bool may_begin_with_and(std::string_view word) {
  constexpr std::size_t kShortest = 3;  // letters behind it, of two bytes each
  return word.starts_with(kHebrewAnd) && word.size() >= (1 + kShortest) * kHebrewAnd.size();
}

WordPieces::WordPieces(std::string_view text, const ScannedWord& word) {
  const std::string_view bytes = word.in(text).substr(0, end_of_pieces(word.in(text)));
  const Character first = read_character(bytes, 0);
  PieceBoundaries boundaries(first.kind);
  std::size_t begin = may_begin_with_and(bytes) ? kHebrewAnd.size() : 0;
  std::size_t before = 0;  // the last letter or digit
  for (std::size_t at = first.byte_count; at < bytes.size() && count_ <= kMaxPieces;) {
    const Character next = read_character(bytes, at);
    const bool counts = next.kind & char_kind::alphanumeric;
    const Cut cut = counts ? boundaries.step(next.kind) : Cut::none;
    if (cut != Cut::none) {
      const std::size_t place = cut == Cut::here ? at : before;
      add(word.begin_byte + begin, word.begin_byte + place);
      begin = place;
    }
    if (counts) before = at;
    at += next.byte_count;
  }
  add(word.begin_byte + begin, word.begin_byte + bytes.size());
  drop_if_whole(word);
}

void WordPieces::add(std::size_t begin, std::size_t end) {
  if (count_ < pieces_.size()) pieces_[count_++] = bytes_from(begin, end);
}

void WordPieces::drop_if_whole(const ScannedWord& word) {
  const bool is_whole = count_ == 1 && pieces_[0] == bytes_from(word.begin_byte, word.end_byte);
  if (is_whole || count_ > kMaxPieces) count_ = 0;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/word_pieces.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace notes {
namespace {

// Words of more than two letters that lose a vowel. A single consonant (French and Catalan d' l' n'
// s', Italian c' v') and a consonant after another letter (gl' un') need no row.
constexpr std::string_view kElidedWords[] = {
    // French, with qu'
    "qu", "entr", "jusqu", "lorsqu", "presqu", "puisqu", "quelqu", "quoiqu",
    // Italian: articles with prepositions, then other words before a noun
    "agl", "all", "coll", "dagl", "dall", "degl", "dell", "negl", "nell", "sugl", "sull", "alcun",
    "altr", "anch", "bell", "cent", "ciascun", "com", "contr", "dov", "grand", "mezz", "neanch",
    "nessun", "nient", "pover", "qualcun", "quand", "quant", "quell", "quest", "sant", "senz",
    "sott", "trent", "tutt", "vent"};

constexpr std::string_view kContractions[] = {"d", "ll", "m", "re", "s", "t", "ve"};

template <std::size_t N>
bool contains(const std::string_view (&words)[N], std::string_view word) {
  return std::ranges::any_of(
      words, [word](std::string_view row) { return ascii::equals_ignoring_case(word, row); });
}

bool may_lose_its_vowel(std::string_view word) {
  if (contains(kElidedWords, word)) return true;
  constexpr std::string_view kVowels = "aeiouy";
  return word.size() <= 2 && std::ranges::all_of(word, ascii::is_letter) &&
         kVowels.find(ascii::to_lower(word.back())) == std::string_view::npos;
}

// Two bytes from U+00C0 on are Latin letters with accents; of the consonants, ç and ñ start words.
bool begins_with_vowel(std::string_view text) {
  constexpr std::string_view kVowels = "aeiouyh";
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead < 0x80) return kVowels.find(ascii::to_lower(text.front())) != std::string_view::npos;
  if (text.starts_with("\u0152") || text.starts_with("\u0153")) return true;  // Œ œ
  const std::string_view letter = text.substr(0, 2);
  return lead == 0xc3 && letter != "ç" && letter != "Ç" && letter != "ñ" && letter != "Ñ";
}

// Whether `after` is an ending of the name `before`: Ankara'nın, but not Don't or O'Brien.
bool is_ending_of_name(std::string_view before, std::string_view after) {
  constexpr std::size_t kShortestName = 3;
  constexpr unsigned char kPastLatin = 0xca;  // no Turkish letter has this lead byte
  if (before.size() < kShortestName || after.empty()) return false;
  return (read_character(before, 0).kind & char_kind::upper) &&
         (read_character(after, 0).kind & char_kind::lower) &&
         static_cast<unsigned char>(after.front()) < kPastLatin && !contains(kContractions, after);
}

enum class Cut : std::uint8_t { none, here, one_character_before };

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

// Where the pieces end: before the s of `LLMs`, `1990s` and `LLM's`, and before the ending of
// Ankara'nın.
std::size_t end_of_pieces(std::string_view word) {
  for (const std::string_view apostrophe : kApostrophes) {
    if (word.find(apostrophe) == word.npos) continue;  // much faster than rfind
    const std::size_t at = word.rfind(apostrophe);
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

bool is_elided(std::string_view before, std::string_view after) {
  return may_lose_its_vowel(before) && begins_with_vowel(after);
}

bool may_begin_with_and(std::string_view word) {
  constexpr std::size_t kShortest = 3;  // letters after it, of two bytes each
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
  if (count_ < pieces_.size()) pieces_[count_++] = byte_range(begin, end);
}

void WordPieces::drop_if_whole(const ScannedWord& word) {
  const bool is_whole = count_ == 1 && pieces_[0] == byte_range(word.begin_byte, word.end_byte);
  if (is_whole || count_ > kMaxPieces) count_ = 0;
}

}  // namespace notes

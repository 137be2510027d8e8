// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/char_kind.h"

#include <algorithm>
#include <iterator>

#include <utf8proc.h>

namespace notes {
namespace {

struct CodePointRange {
  std::int32_t first;
  std::int32_t last;
};

// Scripts that write no blanks between words, and Hangul, whose words carry endings no stemmer of
// ours knows. Ascending.
constexpr CodePointRange kIdeographs[] = {
    {0x0e00, 0x0eff},    // Thai, Lao
    {0x1000, 0x109f},    // Myanmar
    {0x1100, 0x115f},    // Hangul leading consonants
    {0x1780, 0x17ff},    // Khmer
    {0x2e80, 0x2fdf},    // radicals
    {0x3005, 0x3007},    // iteration mark, closing mark, zero
    {0x3021, 0x3029},    // Hangzhou numerals
    {0x3031, 0x3035},    // kana repeat marks
    {0x3038, 0x303c},    // numerals, iteration mark
    {0x3041, 0x31bf},    // Hiragana, Katakana, Bopomofo, Hangul letters
    {0x31f0, 0x31ff},    // small Katakana
    {0x3400, 0x4dbf},    // Han extension A
    {0x4e00, 0x9fff},    // Han
    {0xa960, 0xa97f},    // Hangul leading consonants
    {0xac00, 0xd7a3},    // Hangul syllables
    {0xf900, 0xfaff},    // Han compatibility
    {0xff66, 0xffdc},    // half-width Katakana and Hangul
    {0x1b000, 0x1b16f},  // historic kana
    {0x20000, 0x3ffff},  // Han extensions
};

constexpr CodePointRange kLatinAndGreek[] = {
    {'0', '9'},  // a digit may carry a mark too: the key-cap emoji
    {'A', 'Z'},       {'a', 'z'},       {0x00aa, 0x00aa}, {0x00ba, 0x00ba},
    {0x00c0, 0x024f}, {0x0250, 0x02af}, {0x0370, 0x03ff}, {0x1e00, 0x1fff},
    {0x2c60, 0x2c7f}, {0xa720, 0xa7ff}, {0xab30, 0xab6f},
};

template <std::size_t N>
bool contains(const CodePointRange (&ranges)[N], std::int32_t code_point) {
  const auto* const past =
      std::upper_bound(std::begin(ranges), std::end(ranges), code_point,
                       [](std::int32_t wanted, CodePointRange r) { return wanted < r.first; });
  return past != std::begin(ranges) && code_point <= std::prev(past)->last;
}

constexpr bool is_between(std::int32_t code_point, std::int32_t first, std::int32_t last) {
  return code_point >= first && code_point <= last;
}

bool is_apostrophe(std::int32_t code_point) {
  return code_point == 0x2019 || code_point == 0x02bc || code_point == 0xff07;
}

// Vowels and finals that complete a Hangul syllable, voicing marks of half-width kana, skin tones.
bool extends_its_neighbour(std::int32_t code_point) {
  return is_between(code_point, 0x1160, 0x11ff) || is_between(code_point, 0xd7b0, 0xd7ff) ||
         is_between(code_point, 0xff9e, 0xff9f) || is_between(code_point, 0x1f3fb, 0x1f3ff);
}

// Arrows, frames of boxes and bullets are symbols too, but nobody looks for them.
CharKinds kind_of_symbol(std::int32_t code_point, const utf8proc_property_t& property) {
  if (is_between(code_point, 0x1f1e6, 0x1f1ff)) return char_kind::flag_letter;
  if (code_point >= 0x1f000 || is_between(code_point, 0x2600, 0x27bf)) return char_kind::pictograph;
  const bool is_emoji = property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
  const bool is_bullet = is_between(code_point, 0x25a0, 0x25ff);
  return is_emoji && code_point >= 0x2300 && !is_bullet ? char_kind::pictograph
                                                        : char_kind::separator;
}

CharKinds kind_of_letter(std::int32_t code_point, utf8proc_category_t category) {
  if (contains(kIdeographs, code_point)) return char_kind::ideograph;
  if (category == UTF8PROC_CATEGORY_LL) return char_kind::lower;
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT ? char_kind::upper
                                                                              : char_kind::uncased;
}

CharKinds kind_by_category(std::int32_t code_point, const utf8proc_property_t& property) {
  const auto category = static_cast<utf8proc_category_t>(property.category);
  if (category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME) return char_kind::mark;
  if (property.ignorable) {
    constexpr std::int32_t kZeroWidthSpace = 0x200b;
    return code_point == kZeroWidthSpace ? char_kind::separator : char_kind::ignorable;
  }
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) {
    return kind_of_letter(code_point, category);
  }
  if (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO) {
    return contains(kIdeographs, code_point) ? char_kind::ideograph : char_kind::digit;
  }
  if (category != UTF8PROC_CATEGORY_SO) return char_kind::separator;
  return kind_of_symbol(code_point, property);
}

CharKinds kind_of(std::int32_t code_point) {
  if (is_apostrophe(code_point)) return char_kind::apostrophe;
  if (extends_its_neighbour(code_point)) return char_kind::mark;
  return kind_by_category(code_point, *utf8proc_get_property(code_point));
}

}  // namespace

Character read_beyond_ascii(std::string_view text) {
  constexpr std::size_t kLongestCharacter = 4;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const std::size_t available = std::min(text.size(), kLongestCharacter);
  utf8proc_int32_t code_point = -1;
  const auto length =
      utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(available), &code_point);
  if (length <= 0) return {};
  return {kind_of(code_point), static_cast<std::uint8_t>(length)};
}

bool is_latin_or_greek(std::int32_t code_point) {
  return contains(kLatinAndGreek, code_point);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/char_kind.h"

#include <utf8proc.h>

#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr bool is_between(std::int32_t code_point, std::int32_t first, std::int32_t last) {
  return code_point >= first && code_point <= last;
}

// A character of a script without blanks between words, or of Hangul, whose words have endings that
// our stemmers do not know. All are wide, except South East Asian and half-width ones.
bool is_ideograph(std::int32_t code_point, const utf8proc_property_t& property) {
  const bool is_cased = property.category < UTF8PROC_CATEGORY_LM;  // a full-width Latin letter
  const bool is_decimal = property.category == UTF8PROC_CATEGORY_ND;
  return (property.charwidth == 2 && !is_cased && !is_decimal) ||
         is_between(code_point, 0x0e00, 0x0eff) ||  // Thai, Lao
         is_between(code_point, 0x1000, 0x109f) ||  // Myanmar
         is_between(code_point, 0x1780, 0x17ff) ||  // Khmer
         is_between(code_point, 0xff66, 0xffdc);    // half-width Katakana and Hangul
}

// Vowels and finals that complete a Hangul syllable, voicing marks of half-width kana, skin tones.
bool extends_its_neighbour(std::int32_t code_point) {
  return is_between(code_point, 0x1160, 0x11ff) || is_between(code_point, 0xd7b0, 0xd7ff) ||
         is_between(code_point, 0xff9e, 0xff9f) || is_between(code_point, 0x1f3fb, 0x1f3ff);
}

// Signs that Unicode counts as punctuation but people search for: § ¶ † ‡ ‰ ※.
bool is_sign(std::int32_t code_point) {
  constexpr std::u32string_view kSigns = U"\u00a7\u00b6\u2020\u2021\u2030\u203b";
  return kSigns.find(static_cast<char32_t>(code_point)) != std::u32string_view::npos;
}

// Box drawing, bullets and Braille patterns draw pictures; an accent without a letter is a typo.
CharKinds kind_of_symbol(std::int32_t code_point, utf8proc_category_t category) {
  if (is_between(code_point, 0x1f1e6, 0x1f1ff)) return char_kind::flag_letter;
  const bool is_drawing =
      is_between(code_point, 0x2500, 0x25ff) || is_between(code_point, 0x2800, 0x28ff);
  const bool is_accent = category == UTF8PROC_CATEGORY_SK && code_point < 0x1f000;
  constexpr std::int32_t kReplacement = 0xfffd;  // for bytes that are not UTF-8
  return is_drawing || is_accent || code_point == kReplacement ? char_kind::separator
                                                               : char_kind::symbol;
}

CharKinds kind_of_letter(utf8proc_category_t category) {
  if (category == UTF8PROC_CATEGORY_LL) return char_kind::lower;
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT ? char_kind::upper
                                                                              : char_kind::uncased;
}

CharKinds kind_of_number(const utf8proc_property_t& property) {
  if (property.decomp_type == UTF8PROC_DECOMP_TYPE_FRACTION) return char_kind::symbol;
  const bool is_small = property.category == UTF8PROC_CATEGORY_NO;
  return is_small ? char_kind::digit | char_kind::small : char_kind::digit;
}

CharKinds kind_of(std::int32_t code_point) {
  const utf8proc_property_t& property = *utf8proc_get_property(code_point);
  const auto category = static_cast<utf8proc_category_t>(property.category);
  const auto is_of = [&](utf8proc_category_t first, utf8proc_category_t last) {
    return category >= first && category <= last;
  };
  const bool is_letter = is_of(UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
  const bool is_number = is_of(UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
  const bool is_mark = is_of(UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
  if (code_point == 0x2019 || code_point == 0x02bc || code_point == 0xff07)
    return char_kind::apostrophe;
  if (is_mark || extends_its_neighbour(code_point)) return char_kind::mark;
  constexpr std::int32_t kZeroWidthSpace = 0x200b;
  if (property.ignorable)
    return code_point == kZeroWidthSpace ? char_kind::separator : char_kind::ignorable;
  if ((is_letter || is_number) && is_ideograph(code_point, property)) return char_kind::ideograph;
  if (is_letter) return kind_of_letter(category);
  if (is_number) return kind_of_number(property);
  if (is_sign(code_point)) return char_kind::symbol;
  const bool is_symbol = is_of(UTF8PROC_CATEGORY_SM, UTF8PROC_CATEGORY_SO);
  return is_symbol ? kind_of_symbol(code_point, category) : char_kind::separator;
}

}  // namespace

Character read_beyond_ascii(std::string_view text) {
  const CodePoint point = code_point_at(text, 0);
  if (!point.valid) return {};
  return {kind_of(static_cast<std::int32_t>(point.value)), static_cast<std::uint8_t>(point.bytes)};
}

}  // namespace notes

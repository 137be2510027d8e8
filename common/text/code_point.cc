// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/code_point.h"

#include <array>
#include <cstdint>
#include <cstring>

#include <utf8proc.h>

namespace notes {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if (word & kHighBits) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

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
  constexpr std::int32_t kNotUtf8 = 0xfffd;
  return is_drawing || is_accent || code_point == kNotUtf8 ? char_kind::separator
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
  const bool is_letter = is_between(category, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
  const bool is_number = is_between(category, UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
  const bool is_mark = is_between(category, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
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
  const bool is_symbol = is_between(category, UTF8PROC_CATEGORY_SM, UTF8PROC_CATEGORY_SO);
  return is_symbol ? kind_of_symbol(code_point, category) : char_kind::separator;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4;
  const std::string_view rest = text.substr(at, kLongest);
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                      static_cast<utf8proc_ssize_t>(rest.size()), &value);
  if (bytes <= 0) return {U'\uFFFD', 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes), true};
}

std::u32string code_points_of(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    all += next.value;
    at += next.bytes;
  }
  return all;
}

std::size_t begin_of_character(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxContinuations = 3;
  const auto continues = [&](std::size_t byte) {
    return (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = at;
  while (begin > 0 && at - begin < kMaxContinuations && continues(begin)) --begin;
  return begin + code_point_at(text, begin).bytes > at ? begin : at;
}

std::string utf8_of(char32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    if (!next.valid) return at;
    at = skip_ascii(text, at + next.bytes);
  }
  return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
  std::string valid;
  while (const auto bad = find_bad_utf8(text)) {
    valid.append(text.substr(0, *bad)).append("\xEF\xBF\xBD");
    text.remove_prefix(*bad + 1);
  }
  return valid.append(text);
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string utf8_from_utf16(std::string_view bytes) {
  const std::size_t low_byte = bytes.starts_with("\xFF\xFE") ? 0 : 1;
  const auto unit_at = [&](std::size_t at) -> std::uint32_t {
    if (at + 1 >= bytes.size()) return kReplacement;
    return static_cast<unsigned char>(bytes[at + low_byte]) |
           static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1 - low_byte])) << 8;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const std::uint32_t unit = unit_at(at);
    const std::uint32_t next = unit_at(at + 2);
    const bool is_surrogate = (unit & 0xF800) == 0xD800;
    const bool is_pair = (unit & 0xFC00) == 0xD800 && (next & 0xFC00) == 0xDC00;
    if (is_pair) at += 2;
    text += utf8_of(is_pair        ? 0x10000 + ((unit & 0x3FF) << 10) + (next & 0x3FF)
                    : is_surrogate ? kReplacement
                                   : unit);
  }
  return text;
}

Character read_beyond_ascii(std::string_view text) {
  const CodePoint point = code_point_at(text, 0);
  if (!point.valid) return {};
  return {kind_of(static_cast<std::int32_t>(point.value)), static_cast<std::uint8_t>(point.bytes)};
}

}  // namespace notes

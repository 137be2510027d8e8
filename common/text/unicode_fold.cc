// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/unicode_fold.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr CharKinds kSymbols = char_kind::symbol | char_kind::flag_letter;

bool is_mark(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

// What to keep of a word's decomposition: ⑴ decomposes with parentheses, and the tatweel only
// stretches a word.
bool belongs_to_a_word(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  constexpr std::int32_t kModifierApostrophe = 0x02bc;
  constexpr std::int32_t kTatweel = 0x0640;
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO &&
         code_point != kModifierApostrophe && code_point != kTatweel;
}

// Marks that people may leave out. All other marks make a different letter: か is not が, and и is
// not й.
struct OptionalMarks {
  std::int32_t first_base;
  std::int32_t last_base;
  std::u32string_view bases;  // only these characters of the range; empty: all
  std::u32string_view marks;  // empty: all
};
constexpr OptionalMarks kOptionalMarks[] = {
    {'0', 0x02af, {}, {}},                              // Latin
    {0x0370, 0x03ff, {}, {}},                           // Greek
    {0x0400, 0x052f, U"аеиоуыэюяіє", U"\u0300\u0301"},  // Cyrillic: stress
    {0x0435, 0x0435, {}, U"\u0308"},                    // ё
    {0x0590, 0x05ff, {}, {}},                           // Hebrew: points
    {0x0600, 0x08ff, {}, {}},                           // Arabic: vowels, hamza on alef
    {0x1e00, 0x1fff, {}, {}},                           // Latin and Greek
    {0x2c60, 0x2c7f, {}, {}},
    {0xa720, 0xa7ff, {}, {}},
    {0xab30, 0xab6f, {}, {}},  // Latin
};

bool is_optional(std::int32_t base, std::int32_t mark) {
  const auto has = [](std::u32string_view some, std::int32_t code_point) {
    return some.empty() || some.find(static_cast<char32_t>(code_point)) != some.npos;
  };
  return std::ranges::any_of(kOptionalMarks, [&](const OptionalMarks& row) {
    return base >= row.first_base && base <= row.last_base && has(row.bases, base) &&
           has(row.marks, mark);
  });
}

// Letters that Unicode does not decompose, and what people type for them.
struct PlainLetters {
  char32_t letter;
  std::u32string_view plain;
};
constexpr PlainLetters kPlainLetters[] = {
    {U'æ', U"ae"},       {U'ø', U"o"}, {U'đ', U"d"},  {U'ħ', U"h"},
    {U'ı', U"i"},        {U'ł', U"l"}, {U'œ', U"oe"},  // up to here Latin
    {0x0629, U"\u0647"},                               // Arabic: teh marbuta as heh
    {0x0649, U"\u064a"},                               // alef maksura as yeh
    {0x0671, U"\u0627"},                               // alef wasla as alef
    {0x06a9, U"\u0643"},                               // Persian kaf as kaf
    {0x06cc, U"\u064a"},                               // Persian yeh as yeh
};

void append_plain(std::int32_t code_point, std::vector<std::int32_t>& plain) {
  constexpr std::int32_t kKatakanaToHiragana = 0x3041 - 0x30a1;
  const bool is_katakana = (code_point >= 0x30a1 && code_point <= 0x30f6) || code_point == 0x30fd ||
                           code_point == 0x30fe;
  const bool is_arabic_digit = (code_point >= 0x0660 && code_point <= 0x0669) ||
                               (code_point >= 0x06f0 && code_point <= 0x06f9);
  if (is_arabic_digit) code_point = '0' + (code_point & 0xf);
  const auto* const row =
      std::ranges::find(kPlainLetters, static_cast<char32_t>(code_point), &PlainLetters::letter);
  if (row != std::end(kPlainLetters))
    plain.insert(plain.end(), row->plain.begin(), row->plain.end());
  else
    plain.push_back(is_katakana ? code_point + kKatakanaToHiragana : code_point);
}

std::vector<std::int32_t> plain_of(const std::vector<std::int32_t>& decomposed) {
  std::vector<std::int32_t> plain;
  std::int32_t base = 0;
  for (const std::int32_t code_point : decomposed) {
    if (!is_mark(code_point)) {
      base = code_point;
      append_plain(code_point, plain);
    } else if (!is_optional(base, code_point)) {
      plain.push_back(code_point);
    }
  }
  return plain;
}

// Folds case and splits all characters into their parts. Empty for bad UTF-8.
std::vector<std::int32_t> decomposed(std::string_view text, int more_options) {
  const auto options = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | more_options);
  std::vector<std::int32_t> parts(text.size());
  const auto fill = [&] {
    return utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                              static_cast<utf8proc_ssize_t>(text.size()), parts.data(),
                              static_cast<utf8proc_ssize_t>(parts.size()), options);
  };
  auto count = fill();
  if (count > static_cast<utf8proc_ssize_t>(parts.size())) {  // says how much room it needs
    parts.resize(static_cast<std::size_t>(count));
    count = fill();
  }
  parts.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(count, 0)));
  return parts;
}

std::string composed(std::vector<std::int32_t> parts) {
  const auto count =
      utf8proc_normalize_utf32(parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  std::string text;
  for (const std::int32_t code_point : std::span(parts).first(static_cast<std::size_t>(count)))
    text += utf8_of(static_cast<char32_t>(code_point));
  return text;
}

// Compatibility forms that stay different: ½ is not 12, ™ is not tm.
std::string symbols_in(std::string_view word) {
  std::string symbols;
  for (std::size_t at = 0; at < word.size();) {
    const Character next = read_character(word, at);
    if (next.kind & kSymbols) symbols += word.substr(at, next.byte_count);
    at += next.byte_count;
  }
  return symbols;
}

}  // namespace

std::string fold_word(std::string_view word, Marks marks) {
  if (ascii::is_ascii(word)) {
    std::string folded = ascii::to_lower(word);
    if (folded.find('\'') != kNone) std::erase(folded, '\'');
    return folded;
  }
  if (read_character(word, 0).kind & kSymbols) return symbols_in(word);
  auto parts = decomposed(word, UTF8PROC_IGNORE);
  std::erase_if(parts, [](std::int32_t c) { return !belongs_to_a_word(c); });
  return composed(marks == Marks::kept ? std::move(parts) : plain_of(parts));
}

std::string fold_case(std::string_view text) {
  if (ascii::is_ascii(text)) return ascii::to_lower(text);
  auto parts = decomposed(text, 0);
  return parts.empty() ? std::string(text) : composed(std::move(parts));
}

std::u32string folded_code_point(char32_t value) {
  if (value < 0x80) return {static_cast<char32_t>(ascii::to_lower(static_cast<char>(value)))};
  const auto parts = decomposed(utf8_of(value), 0);
  return {parts.begin(), parts.end()};
}

}  // namespace notes

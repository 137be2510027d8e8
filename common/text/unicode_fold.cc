// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/unicode_fold.h"

#include <algorithm>
#include <iterator>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"
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

void make_plain(const std::vector<std::int32_t>& decomposed, std::vector<std::int32_t>& plain) {
  plain.clear();
  std::int32_t base = 0;
  for (const std::int32_t code_point : decomposed) {
    if (!is_mark(code_point)) {
      base = code_point;
      append_plain(code_point, plain);
    } else if (!is_optional(base, code_point)) {
      plain.push_back(code_point);
    }
  }
}

void compose(std::vector<std::int32_t>& code_points, std::string& text) {
  const auto length = utf8proc_normalize_utf32(
      code_points.data(), static_cast<utf8proc_ssize_t>(code_points.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  text.clear();
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    text += utf8_of(static_cast<char32_t>(code_points[static_cast<std::size_t>(i)]));
  }
}

}  // namespace

const FoldedWord& UnicodeFolder::fold(std::string_view word) {
  if (ascii::is_ascii(word)) {
    fold_ascii(word);
  } else if (read_character(word, 0).kind & kSymbols) {
    fold_symbol(word);
  } else {
    fold_any(word);
  }
  return folded_;
}

void UnicodeFolder::fold_ascii(std::string_view word) {
  folded_.marked.clear();
  for (const char c : word) {
    if (c != '\'') folded_.marked.push_back(ascii::to_lower(c));
  }
  folded_.plain = folded_.marked;
}

// Compatibility forms that stay different: ½ is not 12, ™ is not tm.
void UnicodeFolder::fold_symbol(std::string_view word) {
  folded_.marked.clear();
  for (std::size_t at = 0; at < word.size();) {
    const Character next = read_character(word, at);
    if (next.kind & kSymbols) folded_.marked += word.substr(at, next.byte_count);
    at += next.byte_count;
  }
  folded_.plain = folded_.marked;
}

void UnicodeFolder::fold_any(std::string_view word) {
  decompose(word);
  std::erase_if(decomposed_, [](std::int32_t c) { return !belongs_to_a_word(c); });
  make_plain(decomposed_, plain_);
  compose(decomposed_, folded_.marked);
  compose(plain_, folded_.plain);
}

// utf8proc says how much room it needs if there is too little.
void UnicodeFolder::decompose(std::string_view word) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(
      UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(word.data());
  const auto byte_count = static_cast<utf8proc_ssize_t>(word.size());
  decomposed_.resize(std::max(decomposed_.capacity(), word.size()));
  auto needed = utf8proc_decompose(bytes, byte_count, decomposed_.data(),
                                   static_cast<utf8proc_ssize_t>(decomposed_.size()), kOptions);
  if (needed > static_cast<utf8proc_ssize_t>(decomposed_.size())) {
    decomposed_.resize(static_cast<std::size_t>(needed));
    needed = utf8proc_decompose(bytes, byte_count, decomposed_.data(), needed, kOptions);
  }
  decomposed_.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(needed, 0)));
}

}  // namespace notes

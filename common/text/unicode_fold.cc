// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/unicode_fold.h"

#include <algorithm>

#include <utf8proc.h>

#include "common/text/ascii.h"
#include "common/text/char_kind.h"

namespace notes {
namespace {

constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

bool is_mark(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

// What a word keeps of its decomposition: ½ decomposes with a slash, ⑴ with parentheses, and skin
// tones are no letters either.
bool belongs_to_a_word(std::int32_t code_point) {
  const auto category = utf8proc_category(code_point);
  const bool is_text = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
  const bool is_picture = category == UTF8PROC_CATEGORY_SO;
  constexpr std::int32_t kModifierApostrophe = 0x02bc;
  return (is_text || is_picture) && code_point != kModifierApostrophe;
}

// Letters that Unicode does not decompose but that are typed as plain ones.
std::string_view plain_letter(std::int32_t code_point) {
  switch (code_point) {
    case 0x00e6:
      return "ae";  // æ
    case 0x00f8:
      return "o";  // ø
    case 0x0111:
      return "d";  // đ
    case 0x0127:
      return "h";  // ħ
    case 0x0131:
      return "i";  // ı
    case 0x0142:
      return "l";  // ł
    case 0x0153:
      return "oe";  // œ
    default:
      return {};
  }
}

void drop_marks(const std::vector<std::int32_t>& decomposed, std::vector<std::int32_t>& unmarked) {
  unmarked.clear();
  bool base_loses_marks = false;
  for (const std::int32_t code_point : decomposed) {
    if (is_mark(code_point)) {
      if (!base_loses_marks) unmarked.push_back(code_point);
      continue;
    }
    base_loses_marks = is_latin_or_greek(code_point);
    const std::string_view plain = plain_letter(code_point);
    if (plain.empty()) unmarked.push_back(code_point);
    unmarked.insert(unmarked.end(), plain.begin(), plain.end());
  }
}

void append_utf8(std::int32_t code_point, std::string& text) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(code_point, bytes);
  text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

void compose(std::vector<std::int32_t>& code_points, std::string& text) {
  const auto length = utf8proc_normalize_utf32(
      code_points.data(), static_cast<utf8proc_ssize_t>(code_points.size()),
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  text.clear();
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    append_utf8(code_points[static_cast<std::size_t>(i)], text);
  }
}

}  // namespace

const FoldedWord& UnicodeFolder::fold(std::string_view word) {
  if (is_ascii(word)) {
    fold_ascii(word);
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

void UnicodeFolder::fold_any(std::string_view word) {
  decompose(word);
  std::erase_if(decomposed_, [](std::int32_t c) { return !belongs_to_a_word(c); });
  drop_marks(decomposed_, unmarked_);
  compose(decomposed_, folded_.marked);
  compose(unmarked_, folded_.plain);
}

// utf8proc says how much room it needs when there is too little.
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

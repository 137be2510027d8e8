// SPDX-License-Identifier: GPL-2.0-or-later
// One step through UTF-8 text that may be broken.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace notes {

struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 1;
  bool valid = true;  // false: one byte that is not UTF-8; its value is U+FFFD
};

// `at` is less than the size of `text`.
CodePoint code_point_at(std::string_view text, std::size_t at);

// All of it.
std::u32string code_points_of(std::string_view text);

// Where the character begins that the byte `at` belongs to.
std::size_t begin_of_character(std::string_view text, std::size_t at);

std::string utf8_of(char32_t character);

// What a character is made of, in small letters: an equals sign and a stroke for `≠`, three full
// stops for `…`. Equal for spellings that look the same.
std::u32string folded_code_point(char32_t value);

// Notes that Windows programs save as UTF-16 are read as UTF-8: their bytes, in every offset that
// the index or an output names, count the converted text.
bool is_utf16(std::string_view bytes);  // whether they begin with a byte order mark of UTF-16

// The mark stays, in UTF-8. Half a pair, or half a unit at the end, gives U+FFFD.
std::string utf8_from_utf16(std::string_view bytes);

}  // namespace notes

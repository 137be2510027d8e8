// SPDX-License-Identifier: GPL-2.0-or-later
// One step through UTF-8 text that may be broken.
#pragma once

#include <cstddef>
#include <optional>
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

// Decodes all of it.
std::u32string code_points_of(std::string_view text);

// Where the character that contains the byte `at` starts.
std::size_t begin_of_character(std::string_view text, std::size_t at);

std::string utf8_of(char32_t character);

// Offset of the first byte that does not belong to a well-formed character.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

// The text, with U+FFFD in place of each bad byte.
std::string with_valid_utf8(std::string_view text);

// Notes saved as UTF-16 by Windows programs are converted to UTF-8. All offsets in the index and in
// output count the bytes of the converted text.
bool is_utf16(std::string_view bytes);  // whether they start with a UTF-16 byte order mark

// Keeps the byte order mark, in UTF-8. An unpaired surrogate and an odd byte at the end give
// U+FFFD.
std::string utf8_from_utf16(std::string_view bytes);

}  // namespace notes

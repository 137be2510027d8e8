// SPDX-License-Identifier: GPL-2.0-or-later
// One step through UTF-8 text that may be broken, and what a character means to the word scanner.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

// A set of kinds. A character has one of them, or none if it only separates words. A small digit is
// also a digit.
using CharKinds = std::uint16_t;

namespace char_kind {
inline constexpr CharKinds separator = 0;
inline constexpr CharKinds lower = 1 << 0;
inline constexpr CharKinds upper = 1 << 1;
inline constexpr CharKinds uncased = 1 << 2;      // a letter of a script without case
inline constexpr CharKinds digit = 1 << 3;        // numbers of every script
inline constexpr CharKinds mark = 1 << 4;         // belongs to the character before it
inline constexpr CharKinds ignorable = 1 << 5;    // soft hyphen, zero-width joiner, bidi marks
inline constexpr CharKinds apostrophe = 1 << 6;   // ' and its curly and full-width forms
inline constexpr CharKinds ideograph = 1 << 7;    // of a script without blanks: a word of its own
inline constexpr CharKinds symbol = 1 << 8;       // emoji, arrows, currencies: a word of its own
inline constexpr CharKinds flag_letter = 1 << 9;  // two of them make the emoji of a flag
inline constexpr CharKinds small = 1 << 10;       // the digit of an exponent, an index, a circle

inline constexpr CharKinds letter = lower | upper | uncased;
inline constexpr CharKinds alphanumeric = letter | digit;
}  // namespace char_kind

inline constexpr std::string_view kApostrophes[] = {"'", "\u2019", "\u02bc", "\uff07"};

struct Character {
  CharKinds kind = char_kind::separator;
  std::uint8_t byte_count = 1;
};

// The character at the start of `text`, which is not empty and does not start with ASCII. A byte
// that is not UTF-8 is a separator by itself.
Character read_beyond_ascii(std::string_view text);

namespace detail {

constexpr std::array<CharKinds, 128> ascii_kinds() {
  std::array<CharKinds, 128> kinds{};
  for (char c = 'a'; c <= 'z'; ++c) kinds[static_cast<unsigned char>(c)] = char_kind::lower;
  for (char c = 'A'; c <= 'Z'; ++c) kinds[static_cast<unsigned char>(c)] = char_kind::upper;
  for (char c = '0'; c <= '9'; ++c) kinds[static_cast<unsigned char>(c)] = char_kind::digit;
  kinds['\''] = char_kind::apostrophe;
  return kinds;
}

inline constexpr std::array<CharKinds, 128> kAsciiKinds = ascii_kinds();

}  // namespace detail

inline Character read_character(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {detail::kAsciiKinds[byte], 1};
  return read_beyond_ascii(text.substr(at));
}

}  // namespace notes

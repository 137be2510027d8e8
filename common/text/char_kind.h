// SPDX-License-Identifier: GPL-2.0-or-later
// What one character means to the word scanner. Knows nothing of words: see word_scanner.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace notes {

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

// SPDX-License-Identifier: GPL-2.0-or-later
// Characters and numbers of plain ASCII, whatever the locale says.
#pragma once

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

inline constexpr std::size_t kNone = std::string_view::npos;  // where nothing was found

namespace ascii {

constexpr bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c); });
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string to_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = to_lower(c);
  return lower;
}
constexpr bool is_letter(char c) {
  const int lower = c | 0x20;
  return lower >= 'a' && lower <= 'z';
}
constexpr bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}
constexpr bool is_punctuation(char c) {
  return c > ' ' && c < '\x7f' && !is_alphanumeric(c);
}
constexpr bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

using ByteSet = std::array<bool, 256>;

constexpr ByteSet byte_set(std::string_view bytes) {
  ByteSet set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

// Without blanks, tabs and line ends at both ends. \v and \f stay: in Markdown they are text.
constexpr std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kEnds = " \t\r\n";
  const std::size_t begin = std::min(text.find_first_not_of(kEnds), text.size());
  return text.substr(begin, text.find_last_not_of(kEnds) + 1 - begin);
}

constexpr bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return to_lower(a) == b; });
}

}  // namespace ascii

// The number that `text` is; nothing if it is anything else, or too large for the type.
template <class Number>
std::optional<Number> whole_number(std::string_view text, int base = 10) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [rest, problem] = std::from_chars(text.data(), end, number, base);
  return rest == end && problem == std::errc() ? std::optional(number) : std::nullopt;
}

}  // namespace notes

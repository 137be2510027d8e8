// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printable.h"

#include <array>
#include <cstdio>

namespace notes {
namespace {

bool is_bidirectional_control(char32_t value) {
  return (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) ||
         value == 0x200E || value == 0x200F || value == 0x061C;
}

bool is_line_break(char32_t value) {
  return value == '\n' || value == '\r' || value == 0x85 || value == 0x2028 || value == 0x2029;
}

std::string caret_notation(char32_t control) {
  return {'^', static_cast<char>(static_cast<unsigned char>(control) ^ 0x40U)};
}

// Control characters (C0, DEL, C1) and characters that change the direction of a line.
bool drives_terminal(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || is_bidirectional_control(value);
}

// Adds the run of printable ASCII at `at`, which most text consists of. Returns its end.
std::size_t add_plain(std::string_view text, std::size_t at, std::string& safe) {
  const std::size_t begin = at;
  while (at < text.size() && text[at] >= ' ' && text[at] <= '~') ++at;
  safe += text.substr(begin, at - begin);
  return at;
}

// The text, with `shown` in place of each character that is not printable ASCII.
template <class Shown>
std::string with_shown(std::string_view text, Shown shown) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = add_plain(text, 0, safe); at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    safe += shown(text.substr(at, point.bytes), point);
    at = add_plain(text, at + point.bytes, safe);
  }
  return safe;
}

std::string escape_of(char32_t value) {
  std::array<char, 12> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(value));
  return escape.data();
}

}  // namespace

std::string printable_character(std::string_view bytes, CodePoint point) {
  if (!point.valid) return "\uFFFD";
  if (point.value == '\t' || is_line_break(point.value)) return " ";
  if (!drives_terminal(point.value)) return std::string(bytes);
  return point.value < 0x80 ? caret_notation(point.value) : "\uFFFD";
}

std::string printable(std::string_view text) {
  return with_shown(text, printable_character);
}

std::string printable_lines(std::string_view text) {
  return with_shown(text, [](std::string_view bytes, CodePoint point) {
    const bool is_kept = point.value == '\n' || point.value == '\t';
    return is_kept ? std::string(bytes) : printable_character(bytes, point);
  });
}

std::string json_without_controls(std::string_view json) {
  return with_shown(json, [](std::string_view bytes, CodePoint point) {
    const bool is_control = point.value >= 0x7F && drives_terminal(point.value);
    return is_control ? escape_of(point.value) : std::string(bytes);
  });
}

}  // namespace notes

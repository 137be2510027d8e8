// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/printable.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include <utf8proc.h>

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

constexpr std::size_t kWidest = 2;
constexpr char32_t kEmojiPresentation = U'\uFE0F';

std::size_t columns_of(char32_t value) {
  return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(value)));
}

bool starts_cluster(char32_t before, char32_t value, utf8proc_int32_t& state) {
  return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before),
                                          static_cast<utf8proc_int32_t>(value), &state);
}

// Nothing combines with a character before ASCII.
bool is_plain(std::string_view text, std::size_t at) {
  const bool ends_before_ascii = at + 1 == text.size() || (text[at + 1] & 0x80) == 0;
  return text[at] >= ' ' && text[at] < '\x7f' && ends_before_ascii;
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

Cluster cluster_at(std::string_view text, std::size_t at) {
  if (is_plain(text, at)) return {1, 1};
  CodePoint point = code_point_at(text, at);
  Cluster cluster{point.bytes, columns_of(point.value)};
  utf8proc_int32_t state = 0;
  while (at + cluster.bytes < text.size()) {
    const CodePoint next = code_point_at(text, at + cluster.bytes);
    if (starts_cluster(point.value, next.value, state)) break;
    const bool as_emoji = next.value == kEmojiPresentation;
    cluster.columns = std::min(kWidest, cluster.columns + columns_of(next.value));
    if (as_emoji) cluster.columns = kWidest;
    cluster.bytes += next.bytes;
    point = next;
  }
  return cluster;
}

std::size_t display_width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Cluster cluster = cluster_at(text, at);
    columns += cluster.columns;
    at += cluster.bytes;
  }
  return columns;
}

}  // namespace notes

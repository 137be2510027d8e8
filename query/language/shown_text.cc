// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/shown_text.h"

#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::size_t kMostBytes = 60;
constexpr std::string_view kEllipsis = "\u2026";

std::string_view clean(std::string_view character, char32_t value) {
  if (is_blank(value)) return " ";
  return value == kBadCharacter ? std::string_view("\uFFFD") : character;
}

bool is_inside_character(std::string_view text, std::size_t byte) {
  return byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
}

}  // namespace

ShownText show_on_a_line(std::string_view part) {
  ShownText shown;
  for (std::size_t i = 0; i < part.size();) {
    const CodePoint c = code_point_at(part, i);
    shown.text += clean(part.substr(i, c.bytes), c.value);
    shown.columns += is_blank(c.value) ? 1 : display_width(c.value);
    i += c.bytes;
  }
  return shown;
}

ShownText show_begin(std::string_view part) {
  if (part.size() <= kMostBytes) return show_on_a_line(part);
  std::size_t end = kMostBytes;
  while (is_inside_character(part, end)) ++end;
  const ShownText shown = show_on_a_line(part.substr(0, end));
  return {shown.text + std::string(kEllipsis), shown.columns + 1};
}

ShownText show_end(std::string_view part) {
  if (part.size() <= kMostBytes) return show_on_a_line(part);
  std::size_t begin = part.size() - kMostBytes;
  while (is_inside_character(part, begin)) ++begin;
  const ShownText shown = show_on_a_line(part.substr(begin));
  return {std::string(kEllipsis) + shown.text, shown.columns + 1};
}

}  // namespace notes

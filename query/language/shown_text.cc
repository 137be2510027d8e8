// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/shown_text.h"

#include "common/text/display_width.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::size_t kMostBytes = 60;
constexpr std::string_view kEllipsis = "\u2026";

std::string_view clean(std::string_view character, char32_t value) {
  if (is_blank(value)) return " ";
  return value == kBadCharacter ? std::string_view("\uFFFD") : character;
}

}  // namespace

ShownText show_on_a_line(std::string_view part) {
  std::string text;
  for (std::size_t i = 0; i < part.size();) {
    const CodePoint c = code_point_at(part, i);
    text += clean(part.substr(i, c.bytes), c.value);
    i += c.bytes;
  }
  const std::size_t columns = display_width(text);
  return {std::move(text), columns};
}

ShownText show_begin(std::string_view part) {
  if (part.size() <= kMostBytes) return show_on_a_line(part);
  const ShownText shown = show_on_a_line(part.substr(0, begin_of_character(part, kMostBytes)));
  return {shown.text + std::string(kEllipsis), shown.columns + 1};
}

ShownText show_end(std::string_view part) {
  if (part.size() <= kMostBytes) return show_on_a_line(part);
  const std::size_t begin = begin_of_character(part, part.size() - kMostBytes);
  const ShownText shown = show_on_a_line(part.substr(begin));
  return {std::string(kEllipsis) + shown.text, shown.columns + 1};
}

}  // namespace notes

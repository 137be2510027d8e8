// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_characters.h"

#include <algorithm>
#include <array>
#include <span>

namespace notes {
namespace {

struct CharacterRange {
  char32_t first;
  char32_t last;
};

constexpr std::array kBlanks = std::to_array<CharacterRange>({
    {0x0000, 0x0020},
    {0x007F, 0x00A0},
    {0x1680, 0x1680},
    {0x2000, 0x200B},
    {0x2028, 0x2029},
    {0x202F, 0x202F},
    {0x205F, 0x205F},
    {0x3000, 0x3000},
    {0xFEFF, 0xFEFF},
});

// Punctuation, arrows, operators, box drawing: characters that nobody searches for as a word.
constexpr std::array kSigns = std::to_array<CharacterRange>({
    {0x0021, 0x002F}, {0x003A, 0x0040}, {0x005B, 0x0060}, {0x007B, 0x007E}, {0x00A1, 0x00A9},
    {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB}, {0x00BF, 0x00BF},
    {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x2010, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x22FF},
    {0x2500, 0x25FF}, {0x3001, 0x3004}, {0x3008, 0x3020}, {0x3030, 0x3030}, {0xFE00, 0xFE6F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFF0, 0xFFFF},
});

bool is_in(std::span<const CharacterRange> ranges, char32_t c) {
  const auto after = std::ranges::upper_bound(ranges, c, {}, &CharacterRange::first);
  return after != ranges.begin() && c <= std::prev(after)->last;
}

}  // namespace

CodePoint last_code_point(std::string_view text) {
  return code_point_at(text, begin_of_character(text, text.size() - 1));
}

bool is_blank(char32_t c) {
  return is_in(kBlanks, c);
}

bool carries_meaning(char32_t c) {
  return !is_in(kBlanks, c) && !is_in(kSigns, c);
}

bool holds_meaning(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (carries_meaning(c.value)) return true;
    i += c.bytes;
  }
  return false;
}

bool is_all_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (!is_blank(c.value)) return false;
    i += c.bytes;
  }
  return true;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace notes

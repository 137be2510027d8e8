// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/utf8_check.h"

#include <cstdint>
#include <cstring>

namespace notes {
namespace {

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if (word & kHighBits) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

struct SecondByte {
  std::size_t length;  // of the whole character; 0 = no such first byte
  unsigned char least;
  unsigned char most;
};

// Table 3-7 of the Unicode standard: no overlong forms, no surrogates, nothing above U+10FFFF.
SecondByte second_byte_after(unsigned char first) {
  if (first >= 0xC2 && first <= 0xDF) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {4, 0x80, 0xBF};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Length of the character beyond ASCII at `at`; 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  const SecondByte second = second_byte_after(static_cast<unsigned char>(text[at]));
  if (second.length == 0 || at + second.length > text.size()) return 0;
  for (std::size_t i = 1; i < second.length; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    const unsigned char least = i == 1 ? second.least : 0x80;
    const unsigned char most = i == 1 ? second.most : 0xBF;
    if (byte < least || byte > most) return 0;
  }
  return second.length;
}

}  // namespace

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  std::size_t at = skip_ascii(text, 0);
  while (at < text.size()) {
    const std::size_t length = character_length(text, at);
    if (length == 0) return at;
    at = skip_ascii(text, at + length);
  }
  return std::nullopt;
}

std::string with_valid_utf8(std::string_view text) {
  std::string valid;
  while (const auto bad = find_bad_utf8(text)) {
    valid.append(text.substr(0, *bad)).append("\xEF\xBF\xBD");
    text.remove_prefix(*bad + 1);
  }
  return valid.append(text);
}

}  // namespace notes

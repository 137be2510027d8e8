// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/code_point.h"

#include <array>
#include <cstdint>
#include <cstring>

#include <utf8proc.h>

namespace notes {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

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

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 4;
  const std::string_view rest = text.substr(at, kLongest);
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(rest.data()),
                                      static_cast<utf8proc_ssize_t>(rest.size()), &value);
  if (bytes <= 0) return {U'\uFFFD', 1, false};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes), true};
}

std::u32string code_points_of(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    all += next.value;
    at += next.bytes;
  }
  return all;
}

std::size_t begin_of_character(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxContinuations = 3;
  const auto continues = [&](std::size_t byte) {
    return (static_cast<unsigned char>(text[byte]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = at;
  while (begin > 0 && at - begin < kMaxContinuations && continues(begin)) --begin;
  return begin + code_point_at(text, begin).bytes > at ? begin : at;
}

std::string utf8_of(char32_t character) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(character), bytes.data());
  return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const CodePoint next = code_point_at(text, at);
    if (!next.valid) return at;
    at = skip_ascii(text, at + next.bytes);
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

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string utf8_from_utf16(std::string_view bytes) {
  const std::size_t low_byte = bytes.starts_with("\xFF\xFE") ? 0 : 1;
  const auto unit_at = [&](std::size_t at) -> std::uint32_t {
    if (at + 1 >= bytes.size()) return kReplacement;
    return static_cast<unsigned char>(bytes[at + low_byte]) |
           static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1 - low_byte])) << 8;
  };
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    const std::uint32_t unit = unit_at(at);
    const std::uint32_t next = unit_at(at + 2);
    const bool is_surrogate = (unit & 0xF800) == 0xD800;
    const bool is_pair = (unit & 0xFC00) == 0xD800 && (next & 0xFC00) == 0xDC00;
    if (is_pair) at += 2;
    text += utf8_of(is_pair        ? 0x10000 + ((unit & 0x3FF) << 10) + (next & 0x3FF)
                    : is_surrogate ? kReplacement
                                   : unit);
  }
  return text;
}

}  // namespace notes

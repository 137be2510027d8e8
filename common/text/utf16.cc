// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/utf16.h"

#include <cstdint>

#include "common/text/code_point.h"

namespace notes {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

bool is_high(std::uint32_t unit) {
  return unit >= 0xD800 && unit < 0xDC00;
}
bool is_low(std::uint32_t unit) {
  return unit >= 0xDC00 && unit < 0xE000;
}

}  // namespace

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
    std::uint32_t code = unit_at(at);
    if (is_high(code) && is_low(unit_at(at + 2))) {
      code = 0x10000 + ((code & 0x3FF) << 10) + (unit_at(at + 2) & 0x3FF);
      at += 2;
    } else if (is_high(code) || is_low(code)) {
      code = kReplacement;
    }
    text += utf8_of(code);
  }
  return text;
}

}  // namespace notes

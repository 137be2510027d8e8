// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/code_point.h"

#include <algorithm>

#include <utf8proc.h>

namespace notes {

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

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// A half-open range of bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace notes {

struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
  constexpr ByteRange up_to(std::uint32_t limit) const {
    return {begin < limit ? begin : limit, end < limit ? end : limit};
  }
  bool operator==(const ByteRange&) const = default;
};

constexpr ByteRange byte_range(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace notes

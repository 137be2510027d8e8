// SPDX-License-Identifier: GPL-2.0-or-later
// A half-open range of bytes.
#pragma once

#include <cstdint>

namespace notes {

struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

}  // namespace notes

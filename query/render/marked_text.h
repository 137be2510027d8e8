// SPDX-License-Identifier: GPL-2.0-or-later
// A text and the parts of it to highlight.
#pragma once

#include <string>
#include <vector>

#include "common/text/byte_range.h"

namespace notes {

struct MarkedText {
  std::string text;
  std::vector<ByteRange> highlights;  // in bytes of `text`, ascending, not empty, no overlap
  bool operator==(const MarkedText&) const = default;
};

}  // namespace notes

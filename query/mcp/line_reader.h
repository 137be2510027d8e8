// SPDX-License-Identifier: GPL-2.0-or-later
// Lines from a file descriptor in bounded memory.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace notes::mcp {

inline constexpr std::size_t kLongestLine = std::size_t{256} << 10U;

struct Line {
  std::string text;       // without its end
  bool too_long = false;  // more than kLongestLine; then without text
};

class LineReader {
 public:
  explicit LineReader(int descriptor) : descriptor_(descriptor) {}

  // Nothing at the end of input, or when it cannot be read. A last line needs no end.
  std::optional<Line> next();

 private:
  bool fill();

  int descriptor_;
  std::string unread_;
  std::size_t searched_ = 0;  // bytes of it that hold no end of a line
};

}  // namespace notes::mcp

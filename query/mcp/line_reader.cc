// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/mcp/line_reader.h"

#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace notes::mcp {

bool LineReader::fill() {
  std::array<char, 16384> block;
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, block.data(), block.size());
  } while (count < 0 && errno == EINTR);
  if (count <= 0) return false;
  unread_.append(block.data(), static_cast<std::size_t>(count));
  return true;
}

std::optional<Line> LineReader::next() {
  Line line;
  for (;;) {
    const std::size_t end = unread_.find('\n', searched_);
    if (end != unread_.npos) {
      line.too_long = line.too_long || end > kLongestLine;
      if (!line.too_long) line.text = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      searched_ = 0;
      return line;
    }
    searched_ = unread_.size();
    if (searched_ > kLongestLine) {
      line.too_long = true;
      unread_.clear();
      searched_ = 0;
    }
    if (fill()) continue;
    if (unread_.empty() && !line.too_long) return std::nullopt;
    if (!line.too_long) line.text = std::exchange(unread_, {});
    unread_.clear();
    searched_ = 0;
    return line;
  }
}

}  // namespace notes::mcp

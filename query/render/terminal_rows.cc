// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/terminal_rows.h"

#include <algorithm>

#include "common/text/display_width.h"

namespace notes {
namespace {

constexpr std::size_t kTabStop = 8;

// The length of the colour or link sequence at the start of `text`, or 0.
std::size_t sequence_length(std::string_view text) {
  constexpr std::string_view kLinkEnd = "\x1b\\";
  if (text.starts_with("\x1b[")) return std::min(text.find('m'), text.size() - 1) + 1;
  if (!text.starts_with("\x1b]")) return 0;
  const std::size_t end = text.find(kLinkEnd);
  return end == text.npos ? text.size() : end + kLinkEnd.size();
}

std::size_t line_width(std::string_view line) {
  std::size_t width = 0;
  while (!line.empty()) {
    std::size_t length = sequence_length(line);
    if (length == 0) {
      const Cluster cluster = cluster_at(line, 0);
      width += line.front() == '\t' ? kTabStop - width % kTabStop : cluster.columns;
      length = cluster.bytes;
    }
    line.remove_prefix(length);
  }
  return width;
}

}  // namespace

std::size_t count_terminal_rows(std::string_view text, std::size_t columns) {
  std::size_t rows = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t width = line_width(text.substr(0, end));
    rows += std::max<std::size_t>(1, (width + columns - 1) / columns);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return rows;
}

}  // namespace notes

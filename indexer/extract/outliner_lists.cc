// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/outliner_lists.h"

#include <algorithm>

#include "indexer/extract/ascii.h"

namespace notes {
namespace {

bool is_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && marks < line.size() && is_blank(line[marks]);
}

// "\t- item" or "\t1. item".
bool opens_list(std::string_view line) {
  const std::string_view item = line.substr(std::min<std::size_t>(line.size(), 1));
  const std::size_t digits = item.find_first_not_of("0123456789");
  if (!line.starts_with('\t') || digits == item.npos || digits + 1 >= item.size()) return false;
  const std::string_view marks = digits == 0 ? "-*+" : ".)";
  return marks.find(item[digits]) != marks.npos && is_blank(item[digits + 1]);
}

}  // namespace

std::optional<std::string> with_lists_below_headings(std::string_view text) {
  if (text.find("\n\t") == text.npos) return std::nullopt;
  std::optional<std::string> changed;
  bool below_heading = false;
  bool in_list = false;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool goes_on = in_list && (line.starts_with('\t') || trimmed(line).empty());
    in_list = goes_on || (below_heading && opens_list(line));
    if (in_list && line.starts_with('\t')) {
      if (!changed) changed = std::string(text);
      (*changed)[begin] = ' ';
    }
    below_heading = is_heading(line);
    begin = end + 1;
  }
  return changed;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_table.h"

#include <algorithm>

#include "indexer/extract/ascii.h"

namespace notes {

LineTable::LineTable(std::string_view text) : text_(text) {
  for (std::size_t end = text.find_first_of("\r\n"); end != text.npos;
       end = text.find_first_of("\r\n", end)) {
    end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    if (end < text.size()) begins_.push_back(static_cast<std::uint32_t>(end));
  }
}

std::uint32_t LineTable::begin_of(std::uint32_t line) const {
  return line <= count() ? begins_[line - 1] : static_cast<std::uint32_t>(text_.size());
}

std::uint32_t LineTable::line_at(std::uint64_t byte) const {
  return static_cast<std::uint32_t>(std::ranges::upper_bound(begins_, byte) - begins_.begin());
}

std::string_view LineTable::text_of(std::uint32_t line) const {
  if (line < 1 || line > count()) return {};
  std::string_view text = text_.substr(begin_of(line), begin_of(line + 1) - begin_of(line));
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

bool LineTable::is_blank_line(std::uint32_t line) const {
  return trimmed(text_of(line)).empty();
}

}  // namespace notes

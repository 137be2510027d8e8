// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_table.h"

#include <algorithm>

#include "indexer/extract/ascii.h"

namespace notes {

LineTable::LineTable(std::string_view text) : text_(text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const bool is_end = text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
    if (is_end) begins_.push_back(static_cast<std::uint32_t>(at + 1));
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

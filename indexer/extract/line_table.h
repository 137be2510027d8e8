// SPDX-License-Identifier: GPL-2.0-or-later
// Where the lines of a note start, the first one after a byte order mark. Lines end at LF, CRLF or
// CR and nowhere else, as in CommonMark: U+2028 is text. Does not own the text.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/small_file.h"
#include "common/text/byte_range.h"
#include "indexer/extract/ascii.h"

namespace notes {

class LineTable {
 public:
  explicit LineTable(std::string_view text)
      : text_(text), begins_{text.starts_with(kByteOrderMark) ? 3U : 0U} {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      if (text[at] > '\r') continue;  // quickly, since most are
      const bool is_end = text[at] == '\n' || (text[at] == '\r' && text[at + 1] != '\n');
      if (is_end) begins_.push_back(static_cast<std::uint32_t>(at + 1));
    }
  }

  std::string_view text() const { return text_; }
  // At least 1. A line end at the end of the text does not start another line.
  std::uint32_t count() const { return static_cast<std::uint32_t>(begins_.size()); }
  // Lines are 1-based; the line after the last starts at the end of the text.
  std::uint32_t begin_of(std::uint32_t line) const {
    return line <= count() ? begins_[line - 1] : static_cast<std::uint32_t>(text_.size());
  }
  std::uint32_t line_at(std::uint64_t byte) const {
    const auto behind = std::ranges::upper_bound(begins_.begin() + 1, begins_.end(), byte);
    return static_cast<std::uint32_t>(behind - begins_.begin());
  }
  std::string_view text_of(ByteRange bytes) const { return bytes.in(text_); }
  std::string_view text_of(std::uint32_t line) const {  // without its line end
    if (line < 1 || line > count()) return {};
    const std::string_view text = text_of({begin_of(line), begin_of(line + 1)});
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
  }
  ByteRange range_of(std::string_view part) const {  // part of the text
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    return byte_range(begin, begin + part.size());
  }
  std::uint32_t end_of(std::uint32_t line) const {  // where its line end is
    return begin_of(line) + static_cast<std::uint32_t>(text_of(line).size());
  }
  bool is_blank_line(std::uint32_t line) const { return trimmed(text_of(line)).empty(); }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_;
};

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Where the lines of a note start. Lines end at LF, CRLF or CR and nowhere else, as in CommonMark:
// U+2028 is text. Does not own the text.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace notes {

class LineTable {
 public:
  explicit LineTable(std::string_view text);

  std::string_view text() const { return text_; }
  // At least 1. A line end at the end of the text does not start another line.
  std::uint32_t count() const { return static_cast<std::uint32_t>(begins_.size()); }
  // Lines are 1-based; the line after the last starts at the end of the text.
  std::uint32_t begin_of(std::uint32_t line) const;
  std::uint32_t line_at(std::uint64_t byte) const;
  std::string_view text_of(std::uint32_t line) const;  // without its line end
  bool is_blank_line(std::uint32_t line) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> begins_{0};
};

}  // namespace notes

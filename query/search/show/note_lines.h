// SPDX-License-Identifier: GPL-2.0-or-later
// The lines of a text, one after the other, and the part of a long one that is shown.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct TextLine {
  ByteRange bytes;          // without its end (LF, CRLF or CR)
  std::uint32_t index = 0;  // from 0

  std::string_view in(std::string_view text) const {
    return text.substr(bytes.begin, bytes.end - bytes.begin);
  }
};

// for (auto line = first_line(text); line; line = line_behind(text, *line))
std::optional<TextLine> first_line(std::string_view text);
std::optional<TextLine> line_behind(std::string_view text, const TextLine& line);
std::optional<TextLine> line_before(std::string_view text, const TextLine& line);

// Ascending ranges; those that touch become one.
std::vector<ByteRange> merged(std::span<const ByteRange> ranges);

// A line of which a long one is cut to a window around its first mark, `…` at the cuts. `marks` are
// ascending ranges of the line.
MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks);

std::uint32_t utf16_size(std::string_view text);  // in units of UTF-16

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a section's text from its note, which also shows whether the index is up to date, and
// splits it into lines to show.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "query/search/search.h"

namespace notes {

struct NoteText {
  std::string bytes;  // [begin_byte, end_byte) or, with what is below, [begin_byte, end_byte_below)
  std::vector<TextBlock> blocks;  // of the text in `bytes`
  bool current = false;           // the own text is as it was indexed
};

enum class TextExtent { own, with_below };

// Empty and not current if the note is gone or cannot be read. Has the section's own blocks.
NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent);

// Without line ends, which are LF, CRLF or CR.
std::vector<ByteRange> lines_of(std::string_view text);

// Sorted, without empty ones; those that touch are joined.
std::vector<ByteRange> merged(std::vector<ByteRange> ranges);

// The part of a line, with the marks in it, between two texts that show where it was cut.
MarkedText slice(std::string_view line, std::span<const ByteRange> marks, ByteRange shown,
                 std::string_view before, std::string_view after);

// Cuts a long line around its first mark, with `…` at the cuts. `marks` are sorted ranges of the
// line.
MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks);

std::uint32_t utf16_size(std::string_view text);  // in UTF-16 units

}  // namespace notes

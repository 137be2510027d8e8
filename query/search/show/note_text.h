// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a section's bytes from its note, which also tells whether the index is right about it, and
// cuts them into lines that can be shown.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "query/search/show/hit.h"

namespace notes {

struct NoteText {
  std::string bytes;  // [begin_byte, end_byte) or, with what is below, [begin_byte, end_byte_below)
  std::vector<TextBlock> blocks;  // of the text in `bytes`
  bool current = false;           // the own text is as it was indexed
};

enum class TextExtent { own, with_below };

// Empty and not current if the note is gone or cannot be read. The blocks are the section's own.
NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent);

// Without their ends, which are LF, CRLF or CR.
std::vector<ByteRange> lines_of(std::string_view text);

// `ranges` are ascending; those that touch become one.
std::vector<ByteRange> merged(std::span<const ByteRange> ranges);

// Cuts a long line to a window around its first mark, with `…` at the cuts. `marks` are ascending
// ranges of the line.
MarkedText cut_line(std::string_view line, std::span<const ByteRange> marks);

std::uint32_t utf16_size(std::string_view text);  // in units of UTF-16

}  // namespace notes

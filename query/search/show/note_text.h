// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a section's bytes from its note, which also tells whether the index is right about it.
#pragma once

#include <string>
#include <vector>

#include "common/section.h"

namespace notes {

struct NoteText {
  std::string bytes;  // [begin_byte, end_byte) or, with what is below, [begin_byte, end_byte_below)
  std::vector<TextBlock> blocks;  // of the text in `bytes`
  bool current = false;           // the own text is the one that was indexed
};

enum class TextExtent { own, with_below };

// Empty and not current when the note is gone or cannot be read. The blocks are the section's own.
NoteText read_section_text(const std::string& path, const Section& section, TextExtent extent);

}  // namespace notes

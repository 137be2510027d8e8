// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a note into sections with everything the index wants to know of them. Pure: bytes in, values
// out. A fenced code block never starts a section, even where a line in it begins with '#'.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "common/text/byte_range.h"
#include "indexer/extract/acronyms.h"
#include "indexer/scan/note_file.h"

namespace notes {

struct ExtractedSection {
  Section section;
  std::optional<std::size_t> parent;   // index among the note's sections; parents come first
  ByteRange heading;                   // of its heading lines in the note; empty when it has none
  std::string_view text;               // the reading of its blocks, in ExtractedNote::text
  ByteRange heading_text;              // in `text`
  std::vector<std::string> tag_words;  // of the note: its tags that are no title of it as well
  std::vector<std::string> names;      // of the note: what links may call it, see note_links.h
  std::vector<std::string> links;      // the names of the notes it links to
  std::vector<std::string> has;        // values of the field `has`, sorted
  std::vector<std::string> is;         // values of the field `is` that the text alone decides
  std::vector<Acronym> acronyms;       // that the heading teaches
};

struct ExtractedNote {
  std::unique_ptr<const std::string>
      text;  // the reading of all blocks, which sections have parts of
  std::vector<ExtractedSection> sections;
};

// The note's own section first, then threads and questions in order of the file. Never empty.
// Contents lists are left out. Diagnostics are about places the note's writer may want to mend.
// Throws NoteTooLarge.
ExtractedNote extract_sections(const NoteFile& note, std::vector<Diagnostic>& diagnostics);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a note into sections with all their fields. Pure: bytes in, values out. A fenced code
// block never starts a section, even if a line in it starts with '#'.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "common/text/byte_range.h"
#include "indexer/extract/names.h"
#include "indexer/scan/note_finder.h"

namespace notes {

struct ExtractedSection {
  Section section;
  std::optional<std::size_t> parent;   // index among the note's sections; parents come first
  ByteRange heading;                   // the heading lines in the note; empty if there are none
  std::string_view text;               // the text of its blocks, part of ExtractedNote::text
  ByteRange heading_text;              // in `text`
  std::vector<std::string> tag_words;  // for a note: its tags, except those that are also a title
  std::vector<std::string> names;      // for a note: what links may call it, see own_fields.h
  std::vector<std::string> links;      // names of the notes it links to
  std::vector<std::string> has;        // values of the field `has`, sorted
  std::vector<std::string> is;         // values of the field `is` that follow from the text
  std::vector<Acronym> acronyms;       // explained in the heading
};

struct ExtractedNote {
  std::unique_ptr<const std::string> text;  // the text of all blocks; sections point into it
  std::vector<ExtractedSection> sections;
};

// The note's own section first, then threads and questions in order of the file. Never empty.
// Tables of contents are left out. Diagnostics name places that the author may want to fix. Throws
// NoteTooLarge.
ExtractedNote extract_sections(const NoteFile& note, std::vector<Diagnostic>& diagnostics);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections by what people and editors call them: an id, or a note and a line in it. No words
// and no ranking here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/open_index.h"
#include "query/search/show/hit.h"

namespace notes {

struct FoundSection {
  Xapian::docid docid = 0;
  Section section;
};

// `name` is an id, PATH for the whole note, or PATH:LINE or PATH:LINE:COLUMN for the deepest
// section that holds the line.
std::optional<FoundSection> find_section(const OpenIndex& index, const std::string& name);

// Why there is none (nothing_found).
Error unknown_section(const OpenIndex& index, const std::string& name);

// The sections of a note in its order; none when the index does not know the note. `path` is seen
// from the working directory, or else from a root.
std::vector<FoundSection> find_note_sections(const OpenIndex& index, const std::string& path);

struct NoteOutline {
  std::string path;               // absolute
  std::vector<Section> sections;  // in the order of the note
  std::uint32_t linked_from = 0;  // sections of other notes that link to this one
  bool stale = false;             // the note changed since it was indexed: lines may be off
};

// `path` as for find_note_sections. No sections when the index does not know the note.
NoteOutline read_outline(const OpenIndex& index, const std::string& path);

// The sections of the note that enclose this one or are below it, and itself, in order.
std::vector<FoundSection> nested_with(const OpenIndex& index, const Section& section);

// Throws Error (damaged_index) for a section of no root.
std::string path_of(const OpenIndex& index, const Section& section);

// The section as a hit without a match.
Hit plain_hit(const OpenIndex& index, const FoundSection& found);

// Other places with the same heading and text, at most 20.
std::vector<Twin> twins_of(const OpenIndex& index, Xapian::docid docid);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections by an id, or by a note and a line. For searching by words see search.h.
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
// section that contains the line.
std::optional<FoundSection> find_section(const OpenIndex& index, const std::string& name);

// Explains why there is none (nothing_found).
Error unknown_section(const OpenIndex& index, const std::string& name);

// The sections of a note, in order; none if the index does not have the note. `path` is relative to
// the working directory, or else to a root.
std::vector<FoundSection> find_note_sections(const OpenIndex& index, const std::string& path);

struct NoteOutline {
  std::string path;               // absolute
  std::vector<Section> sections;  // in the order of the note
  std::uint32_t linked_from = 0;  // number of sections of other notes that link to it
  bool stale = false;             // the note changed since it was indexed: lines may be wrong
};

// `path` as for find_note_sections. Has no sections if the index does not have the note.
NoteOutline read_outline(const OpenIndex& index, const std::string& path);

// The section, those that enclose it and those below it, in order.
std::vector<FoundSection> nested_with(const OpenIndex& index, const Section& section);

// Throws Error (damaged_index) if the section's root does not exist.
std::string path_of(const OpenIndex& index, const Section& section);

// The section as a hit, without matches.
Hit plain_hit(const OpenIndex& index, const FoundSection& found);

// Other sections with the same heading and text, and the places of the first 20.
std::vector<Xapian::docid> find_twins(const OpenIndex& index, Xapian::docid docid);
std::vector<Twin> twins_of(const OpenIndex& index, Xapian::docid docid);

}  // namespace notes

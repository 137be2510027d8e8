// SPDX-License-Identifier: GPL-2.0-or-later
// The sections of one note, as the index knows them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/section.h"

namespace notes {

struct OpenIndex;

struct NoteOutline {
  std::string path;               // absolute
  std::vector<Section> sections;  // in the order of the note
  std::uint32_t linked_from = 0;  // sections of other notes that link to this one
  bool stale = false;             // the note changed since: lines may be off
};

// `path` as for find_note_sections. No sections when the index does not know the note.
NoteOutline read_outline(const OpenIndex& index, const std::string& path);

}  // namespace notes

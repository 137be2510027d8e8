// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/note_outline.h"

#include "query/search/around/section_lookup.h"
#include "query/search/match/note_links.h"
#include "query/search/show/note_text.h"

namespace notes {

NoteOutline read_outline(const OpenIndex& index, const std::string& path) {
  NoteOutline outline;
  for (FoundSection& found : find_note_sections(index, path)) {
    if (outline.sections.empty()) {
      outline.path = path_of(index, found.section);
      outline.linked_from = count_links_to(found.docid, index.database);
    }
    const NoteText text = read_section_text(outline.path, found.section, TextExtent::own);
    outline.stale = outline.stale || !text.current;
    outline.sections.push_back(std::move(found.section));
  }
  return outline;
}

}  // namespace notes

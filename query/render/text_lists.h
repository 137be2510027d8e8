// SPDX-License-Identifier: GPL-2.0-or-later
// For people: the outline of a note, and tables of counts.
#pragma once

#include <ostream>

#include "query/render/renderer.h"
#include "query/search/around/facets.h"
#include "query/search/around/note_outline.h"

namespace notes {

// A section a row: its place, its title indented by its depth, its date where it is not that of
// the section around it.
void write_text(const NoteOutline& outline, const RenderOptions& options, std::ostream& out);

// A table for each facet.
void write_text(const FacetCounts& counts, const RenderOptions& options, std::ostream& out);

// Tags with a '#', names without and marked, in one table.
void write_text_tags(const FacetCounts& counts, const RenderOptions& options, std::ostream& out);

}  // namespace notes

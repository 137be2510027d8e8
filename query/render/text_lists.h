// SPDX-License-Identifier: GPL-2.0-or-later
// Text output for outlines and counts.
#pragma once

#include <ostream>

#include "query/render/renderers.h"
#include "query/search/around/facets.h"
#include "query/search/around/section_lookup.h"

namespace notes {

// One section per row: its place, its title indented by depth, and its date if it differs from the
// parent's.
void write_text(const NoteOutline& outline, const RenderOptions& options, std::ostream& out);

// One table per facet.
void write_text(const FacetCounts& counts, const RenderOptions& options, std::ostream& out);

// One table of tags, with a '#', and names, without it and marked as names.
void write_text_tags(const FacetCounts& counts, const RenderOptions& options, std::ostream& out);

}  // namespace notes

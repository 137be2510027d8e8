// SPDX-License-Identifier: GPL-2.0-or-later
// JSON for everything but search results: passages, outlines, counts, completions, messages.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "query/render/json_document.h"
#include "query/render/renderer.h"
#include "query/search/around/facets.h"
#include "query/search/around/note_outline.h"
#include "query/search/show/passage.h"

namespace notes {

// A hit with its Markdown.
void write_json(const Passage& passage, const RenderOptions& options, JsonLayout layout,
                std::ostream& out);

// Lists the sections.
void write_json(const NoteOutline& outline, JsonLayout layout, std::ostream& out);

// Lists the values of each facet.
void write_json(const FacetCounts& counts, JsonLayout layout, std::ostream& out);

// Lists tags and names in the same form as the `tags` of a hit.
void write_json_tags(const FacetCounts& counts, JsonLayout layout, std::ostream& out);

// Writes {"message": …} for each line of `advice`.
void write_messages(const std::string& advice, std::ostream& out);

void write_json(const std::vector<std::string>& completions, JsonLayout layout, std::ostream& out);

}  // namespace notes

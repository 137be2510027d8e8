// SPDX-License-Identifier: GPL-2.0-or-later
// JSON of what is no search result: a passage, the outline of a note, counts, completions.
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

// Lists the labels of the facets of tags and names in the form that a hit has them.
void write_json_tags(const FacetCounts& counts, JsonLayout layout, std::ostream& out);

// {"message": …} for each line of an advice.
void write_messages(const std::string& advice, std::ostream& out);

void write_json(const std::vector<std::string>& completions, JsonLayout layout, std::ostream& out);

}  // namespace notes

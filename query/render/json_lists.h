// SPDX-License-Identifier: GPL-2.0-or-later
// JSON of what is no search result: a passage, the outline of a note, counts of values.
#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>

#include "query/search/around/facets.h"
#include "query/search/around/note_outline.h"
#include "query/search/show/passage.h"

namespace notes {

// As --format=json and --format=jsonl have it.
enum class JsonLayout : std::uint8_t {
  document,
  rows,  // what the document lists, one a line
};

// Of "json" or "jsonl".
JsonLayout json_layout(std::string_view format);

// A hit with its Markdown.
void write_json(const Passage& passage, JsonLayout layout, std::ostream& out);

// Lists the sections.
void write_json(const NoteOutline& outline, JsonLayout layout, std::ostream& out);

// Lists the values of each facet.
void write_json(const FacetCounts& counts, JsonLayout layout, std::ostream& out);

// Lists the labels of the facets of tags and names in the form that a hit has them.
void write_json_tags(const FacetCounts& counts, JsonLayout layout, std::ostream& out);

}  // namespace notes

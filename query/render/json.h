// SPDX-License-Identifier: GPL-2.0-or-later
// JSON output. Never throws: bytes that are not UTF-8 become U+FFFD. result.schema.json describes
// results.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "query/render/renderers.h"
#include "query/search/around/facets.h"
#include "query/search/around/section_lookup.h"
#include "query/search/show/passage.h"

namespace notes {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& value);

enum class JsonLayout : std::uint8_t {
  indented,  // a document on many lines, for people
  compact,   // a document on one line
  rows,      // only what the document lists, one entry per line
};

// Writes the whole value, indented or on one line, and a newline.
void write_document(const Json& value, JsonLayout layout, std::ostream& out);

// The members that `options.fields` names, or all. `options.explain` adds the parts of the score.
Json json_of(const Hit& hit, const RenderOptions& options);

// Splits a comma-separated list of members. Throws Error for a name that is not a member of a hit.
std::vector<std::string> parse_fields(const std::string& list);

// Parts of a hit that other values have too.
Json json_of(const std::vector<Tag>& tags);
void add_date(const Section& section, Json& json);

// All members but `results`.
Json envelope_of(const SearchResult& result, const RenderOptions& options);

// Indented on a terminal, else compact.
JsonLayout document_layout(const RenderOptions& options);

// Writes {"version": 1, "error": {code, text, hint, column}}: the output instead of a result when a
// run fails or has nothing to show. `hint` and `column` are optional.
void write_error(const Error& error, JsonLayout layout, std::ostream& out);

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

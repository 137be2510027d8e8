// SPDX-License-Identifier: GPL-2.0-or-later
// JSON output. Never throws: bytes that are not UTF-8 become U+FFFD. result.schema.json describes
// results.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "query/render/renderers.h"
#include "query/search/around/around.h"

namespace notes {

using Json = nlohmann::ordered_json;

std::string one_line(const Json& value);
std::string indented(const Json& value);

// Splits a comma-separated list of members. Throws Error for a name that is not a member of a hit.
std::vector<std::string> parse_fields(const std::string& list);

// Documents, with a newline: indented on a terminal, else on one line. With --format=jsonl, only
// what the document lists, one entry per line.

// A hit with its Markdown.
std::string json_text(const Passage& passage, const RenderOptions& options);

// Lists the sections.
std::string json_text(const NoteOutline& outline, const RenderOptions& options);

// Lists the values of each facet.
std::string json_text(const FacetCounts& counts, const RenderOptions& options);

// Lists tags and names in the same form as the `tags` of a hit.
std::string json_text_of_tags(const FacetCounts& counts, const RenderOptions& options);

std::string json_text(const std::vector<std::string>& completions, const RenderOptions& options);

// {"version": 1, "error": {code, text, hint, column}} on one line: the output instead of a result
// when a run fails or has nothing to show. `hint` and `column` are optional.
std::string json_text(const Error& error);

// {"message": …} for each line of `advice`.
std::string json_messages(const std::string& advice);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Converts a result to JSON values as result.schema.json describes them.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "query/render/json_document.h"
#include "query/render/renderer.h"

namespace notes {

// The members that `options.fields` names, or all. `options.explain` adds the parts of the score.
nlohmann::ordered_json json_of(const Hit& hit, const RenderOptions& options);

// Splits a comma-separated list of members. Throws Error for a name that is not a member of a hit.
std::vector<std::string> parse_fields(const std::string& list);

// Parts of a hit that other values have too.
nlohmann::ordered_json json_of(const std::vector<Tag>& tags);
void add_date(const Section& section, nlohmann::ordered_json& json);

// All members but `results`.
nlohmann::ordered_json envelope_of(const SearchResult& result, const RenderOptions& options);

// Indented on a terminal, else compact.
JsonLayout document_layout(const RenderOptions& options);

// Writes {"version": 1, "error": {code, text, hint, column}}: the output instead of a result when a
// run fails or has nothing to show. `hint` and `column` are optional.
void write_error(const Error& error, JsonLayout layout, std::ostream& out);

}  // namespace notes

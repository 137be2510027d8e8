// SPDX-License-Identifier: GPL-2.0-or-later
// A result as JSON values: the shape that result.schema.json describes. How the values become bytes
// is the business of json.cc and jsonl.cc.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "query/render/json_document.h"
#include "query/render/renderer.h"

namespace notes {

// The members that `options.fields` names, or all; with its score's parts under `options.explain`.
nlohmann::ordered_json json_of(const Hit& hit, const RenderOptions& options);

// The names in a list with commas between. Throws Error for one that no hit has as a member.
std::vector<std::string> parse_fields(const std::string& list);

// Its parts that other values have too.
nlohmann::ordered_json json_of(const std::vector<Tag>& tags);
void add_date(const Section& section, nlohmann::ordered_json& json);

// All members but `results`.
nlohmann::ordered_json envelope_of(const SearchResult& result, const RenderOptions& options);

// How a document is laid out: over lines on a terminal only.
JsonLayout document_layout(const RenderOptions& options);

// {"version": 1, "error": {code, text, hint, column}}, what stands in a result's place when a run
// fails or finds nothing to show; `hint` and `column` only when there are any.
void write_error(const Error& error, JsonLayout layout, std::ostream& out);

}  // namespace notes

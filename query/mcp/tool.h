// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of tools that agents may call. Nothing that a note says gets into it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/fresh/fresh_reading.h"
#include "query/language/saved_searches.h"
#include "query/mcp/arguments.h"
#include "query/mcp/budget.h"
#include "query/search/search_request.h"

namespace notes::mcp {

// What all calls share.
struct Workspace {
  SearchRequest search;  // without a query
  SavedSearches saved_searches;
  IndexRefresh refresh;
};

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string_view input_schema;
  std::string_view output_schema;  // empty: its answers are text only
  ToolAnswer (*run)(const Arguments& arguments, Workspace& workspace);
};

std::span<const Tool> tools();

// Throws RequestError for an unknown tool; any other failure is an answer.
ToolAnswer call_tool(const std::string& name, const Json& arguments, Workspace& workspace);

ToolAnswer search_notes(const Arguments& arguments, Workspace& workspace);
ToolAnswer get_section(const Arguments& arguments, Workspace& workspace);
ToolAnswer outline_note(const Arguments& arguments, Workspace& workspace);
ToolAnswer list_tags(const Arguments& arguments, Workspace& workspace);
ToolAnswer index_status(const Arguments& arguments, Workspace& workspace);

// Notes and sections as resources, note:///PATH, for people who attach them by hand.

// A page of notes, by path, from `cursor` on (empty: the first page). Throws Error as with_index
// does, and RequestError for an unknown cursor.
Json list_resources(const std::string& cursor, Workspace& workspace);
Json list_resource_templates();
// The Markdown of a note or a section. Throws RequestError (resource_not_found).
Json read_resource(const std::string& uri, Workspace& workspace);

}  // namespace notes::mcp

// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of tools that agents may call. What a note says never gets into it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/fresh/index_refresh.h"
#include "query/fresh/search_command.h"
#include "query/language/saved_searches.h"
#include "query/mcp/arguments.h"

namespace notes::mcp {

// What the calls of a server have in common.
struct Workspace {
  SearchCommand search;  // without a query
  SavedSearches saved_searches;
  IndexRefresh refresh;
};

// The same facts twice: some clients give a model the text, others only the JSON.
struct ToolAnswer {
  std::string text;
  Json json = nullptr;  // as the tool's output schema says; null where it has none
  bool is_error = false;
};

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::span<const Parameter> parameters;
  std::string_view output_schema;  // empty: its answers are text only
  ToolAnswer (*run)(const Arguments& arguments, Workspace& workspace);
};

std::span<const Tool> tools();

// Throws RequestError for a tool that there is not; all else that goes wrong is an answer.
ToolAnswer call_tool(const std::string& name, const Json& arguments, Workspace& workspace);

ToolAnswer search_notes(const Arguments& arguments, Workspace& workspace);
ToolAnswer get_section(const Arguments& arguments, Workspace& workspace);
ToolAnswer outline_note(const Arguments& arguments, Workspace& workspace);
ToolAnswer list_tags(const Arguments& arguments, Workspace& workspace);
ToolAnswer index_status(const Arguments& arguments, Workspace& workspace);

}  // namespace notes::mcp

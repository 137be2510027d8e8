// SPDX-License-Identifier: GPL-2.0-or-later
// The input and output of every notes-query command. Commands print nothing; query_program.cc does.
#pragma once

#include <string>
#include <vector>

#include "common/error.h"
#include "query/fresh/fresh_reading.h"
#include "query/language/saved_searches.h"
#include "query/render/json_hit.h"

namespace notes {

struct CommandRequest {
  std::string argument;  // the command's argument; empty for a switch and for a search
  int max_tokens = 0;    // of Markdown; 0 = no limit
  std::string editor;    // a command line; empty = unknown
  SavedSearches saved_searches;
  std::vector<std::string> typed_options;  // "--name" or "--name=value"
  bool verbose = false;
  SearchRequest search;
  RenderOptions render;
};

struct CommandOutput {
  std::string data;    // for stdout
  std::string advice;  // for stderr, printable
  ExitCode exit_code = ExitCode::found;
  std::vector<std::string> next_program = {};  // to exec at the end; usually empty
};

// The default command.
CommandOutput search_command(const CommandRequest& request);

// Renders the result in the requested format and adds advice.
CommandOutput output_of(const SearchResult& result, const CommandRequest& request);

// The error of --get and --like when no section matches their argument.
Error unknown_section(const CommandRequest& request);

// Whether the format is json or jsonl, and the layout it uses.
bool is_json(const CommandRequest& request);
JsonLayout json_layout(const CommandRequest& request);

}  // namespace notes

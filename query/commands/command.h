// SPDX-License-Identifier: GPL-2.0-or-later
// The request and the output of a run of notes-query, the same for all commands. Prints
// nothing: that is the program's job.
#pragma once

#include <string>
#include <vector>

#include "common/error.h"
#include "query/commands/search_command.h"
#include "query/language/saved_searches.h"
#include "query/render/json_hit.h"

namespace notes {

struct CommandRequest {
  std::string argument;  // of the command's option; empty for a switch and for a search
  int max_tokens = 0;    // of Markdown; 0 = no limit
  std::string editor;    // a command line; empty = none is known
  SavedSearches saved_searches;
  std::vector<std::string> typed_options;  // "--name" or "--name=value"
  SearchCommand search;
  std::string format;  // a name in the table of formats
  RenderOptions render;
};

struct CommandOutput {
  std::string data;    // for stdout
  std::string advice;  // for stderr, printable
  ExitCode exit_code = ExitCode::found;
  std::vector<std::string> next_program = {};  // what is to go on in this one's place; mostly empty
};

// Searches: what notes-query does when no other command is asked for.
CommandOutput search_command(const CommandRequest& request);

// The result in the format asked for, with its advice beside it.
CommandOutput output_of(const SearchResult& result, const CommandRequest& request);

// Why --get and --like know no section of their argument.
Error unknown_section(const CommandRequest& request);

// Whether its format is json or jsonl, and how its document is laid out then.
bool is_json(const CommandRequest& request);
JsonLayout json_layout(const CommandRequest& request);

}  // namespace notes

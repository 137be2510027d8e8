// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of commands: what notes-query does besides searching. Each has an option, a row in the
// table and a function. Commands print nothing; query_program.cc does.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "query/fresh/fresh_reading.h"
#include "query/language/saved_searches.h"
#include "query/render/json.h"

namespace notes {

struct CommandRequest {
  std::string argument;               // the command's argument; empty for a switch and for a search
  int max_tokens = 0;                 // of Markdown; 0 = no limit
  std::optional<std::string> editor;  // a command line; nothing = the usual one
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

// Whether it takes a query: on the command line, or later from its client.
enum class CommandQuery : std::uint8_t { none, narrows, comes_later };

// Names of formats, with blanks between them.
inline constexpr std::string_view kOnlyText = "text";
inline constexpr std::string_view kTextOrJson = "text json jsonl";

struct Command {
  std::string_view option;    // "--get"
  std::string_view argument;  // name of its value in the help; empty for a switch
  std::string_view help;
  CommandQuery query;
  std::string_view formats;  // empty: every format
  CommandOutput (*run)(const CommandRequest& request);
  bool is_daily = true;  // shown by --help, not only by --help-all
};

std::span<const Command> commands();

bool takes_format(const Command& command, const std::string& format);

// Throws Error if the command does not take the request's query or format.
void check(const Command& command, const CommandRequest& request);

CommandOutput search_command(const CommandRequest& request);
CommandOutput open_command(const CommandRequest& request);
CommandOutput interactive_command(const CommandRequest& request);
CommandOutput mcp_command(const CommandRequest& request);
CommandOutput mcp_config_command(const CommandRequest& request);

// What notes-query does without the option of a command. Not in the table.
inline constexpr Command kSearchCommand{"", "", "", CommandQuery::narrows, "", search_command};

// `editor` is a command line as in $VISUAL: a program and its arguments, quoted if they contain
// blanks. An argument with `{path}` says where the place goes; otherwise the table of editors does,
// and an editor that it does not know opens the note at the top. Throws Error if `editor` names no
// program.
CommandOutput open_in_editor(std::string_view editor, const Hit& hit);

// The completions of the last word of `text`. Never refreshes the index, because the user is
// waiting. Throws the same errors as with_index.
std::vector<std::string> completed_words(const std::string& index_directory,
                                         const SavedSearches& searches, const std::string& text);

}  // namespace notes

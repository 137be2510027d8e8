// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of commands: what notes-query does besides searching. Each has an option, a row in the
// table and a function.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "query/commands/command.h"

namespace notes {

// Whether it takes a query: on the command line, or later from whoever it serves.
enum class CommandQuery : std::uint8_t { none, narrows, comes_later };
enum class CommandFormats : std::uint8_t { text, text_and_json, every };

struct Command {
  std::string_view option;    // "--get"
  std::string_view argument;  // name of its value in the help; empty for a switch
  std::string_view help;
  CommandQuery query;
  CommandFormats formats;
  CommandOutput (*run)(const CommandRequest& request);
  bool is_daily = true;  // stands in --help, not only in --help-all
};

std::span<const Command> commands();

bool takes_format(const Command& command, const std::string& format);

// Throws Error if the command does not take the request's query or format.
void check(const Command& command, const CommandRequest& request);

CommandOutput open_command(const CommandRequest& request);
CommandOutput get_command(const CommandRequest& request);
CommandOutput like_command(const CommandRequest& request);
CommandOutput outline_command(const CommandRequest& request);
CommandOutput tags_command(const CommandRequest& request);
CommandOutput facets_command(const CommandRequest& request);
CommandOutput complete_command(const CommandRequest& request);
CommandOutput interactive_command(const CommandRequest& request);
CommandOutput mcp_command(const CommandRequest& request);
CommandOutput mcp_config_command(const CommandRequest& request);

// Opens the hit in the user's editor. Call require_editor first: it throws an Error about `option`
// if there is no editor.
CommandOutput open_in_editor(const CommandRequest& request, const Hit& hit);
void require_editor(const CommandRequest& request, const std::string& option);

// The completions of the last word of `text`. Never refreshes the index, because the user is
// waiting. Throws the same errors as with_index.
std::vector<std::string> completed_words(const std::string& index_directory,
                                         const SavedSearches& searches, const std::string& text);

}  // namespace notes

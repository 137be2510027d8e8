// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of commands: what notes-query does beside searching. Each is an option, a row here and
// a file of its own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "query/commands/command.h"

namespace notes {

enum class CommandQuery : std::uint8_t { none, narrows };  // what a query does to it
enum class CommandFormats : std::uint8_t { text, text_and_json, every };

struct Command {
  std::string_view option;    // "--get"
  std::string_view argument;  // what the help shows for its value; empty for a switch
  std::string_view help;
  CommandQuery query;
  CommandFormats formats;
  CommandOutput (*run)(const CommandRequest& request);
};

std::span<const Command> commands();

bool takes_format(const Command& command, const std::string& format);

// Throws Error for a query or a format that the command does not take.
void check(const Command& command, const CommandRequest& request);

CommandOutput open_command(const CommandRequest& request);
CommandOutput get_command(const CommandRequest& request);
CommandOutput like_command(const CommandRequest& request);
CommandOutput outline_command(const CommandRequest& request);
CommandOutput tags_command(const CommandRequest& request);
CommandOutput facets_command(const CommandRequest& request);
CommandOutput complete_command(const CommandRequest& request);
CommandOutput interactive_command(const CommandRequest& request);

// The hit in the user's editor, which must be known: require_editor throws the Error of `option`.
CommandOutput open_in_editor(const CommandRequest& request, const Hit& hit);
void require_editor(const CommandRequest& request, const std::string& option);

// What the last word of `text` may become. Never refreshes the index: somebody waits at a
// half-typed word. Throws as with_index does.
std::vector<std::string> completed_words(const std::string& index_directory,
                                         const SavedSearches& searches, const std::string& text);

}  // namespace notes

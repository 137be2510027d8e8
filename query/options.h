// SPDX-License-Identifier: GPL-2.0-or-later
// The options of notes-query, checked and resolved.
#pragma once

#include <cstdint>
#include <variant>

#include "common/cli/command_line.h"
#include "common/cli/terminal.h"
#include "query/commands/commands.h"
#include "query/terminal_links.h"

namespace notes {

// Where messages go: remarks on the query, and the reason a run failed.
enum class Messages : std::uint8_t { people, json, none };

struct QueryOptions {
  const Command* command = nullptr;  // null = search
  CommandRequest request;            // what was asked for; query_program adds the surroundings
  Messages messages = Messages::people;
  ColorMode color = ColorMode::automatic;
  LinkMode links = LinkMode::automatic;
  bool pager = true;         // for long output
  bool reads_config = true;  // read the user's config and synonyms
};

// Returns the options to run with, or the text to print for --help, --version or --completion.
// Throws Error (ExitCode::failure) that names the option and a remedy.
std::variant<QueryOptions, TextToPrint> parse_query_options(int argc, const char* const* argv);

}  // namespace notes

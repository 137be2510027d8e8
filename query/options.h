// SPDX-License-Identifier: GPL-2.0-or-later
// The options of notes-query, checked and resolved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/cli/command_line.h"
#include "common/cli/terminal.h"
#include "common/day.h"
#include "query/commands/commands.h"
#include "query/language/query_parser.h"
#include "query/language/saved_searches.h"
#include "query/render/renderer.h"
#include "query/search/search_request.h"
#include "query/terminal_links.h"

namespace notes {

// Where messages go: remarks on the query, and the reason a run failed.
enum class Messages : std::uint8_t { people, json, none };

struct QueryOptions {
  const Command* command = nullptr;  // null = search
  std::string argument;              // the command's argument
  int max_tokens = 0;                // --max-tokens; 0 = no limit
  bool verbose = false;              // --verbose
  std::string query;                 // the words joined by blanks, saved searches expanded
  std::optional<std::string> db;     // --db
  SearchRequest search;
  RefreshMode refresh = RefreshMode::automatic;
  Typing typing = Typing::may_go_on;
  std::string format = "text";      // the name of a format, or a row form
  std::vector<std::string> fields;  // --fields; empty = all
  bool envelope = false;
  int format_version = kJsonVersion;
  Messages messages = Messages::people;
  ColorMode color = ColorMode::automatic;
  LinkMode links = LinkMode::automatic;
  std::string link_form;  // empty = file URLs
  std::string editor;     // --editor, else $VISUAL, else $EDITOR, else one that is installed
  bool pager = true;      // for long output
  bool twins = false;     // show every note that has a copy of the section
  SavedSearches saved_searches;
  std::vector<std::string> typed;  // the options as typed: "--name" or "--name=value"
  bool reads_config = true;        // read the user's config and synonyms
  bool nul_separated = false;
  std::vector<std::string> conditions;  // --level --tag --path --after --before as `field:value`
  CivilDay today;                       // from NOTES_TODAY or the clock
};

// Returns the options to run with, or the text to print for --help, --version or --completion.
// Throws Error (ExitCode::failure) that names the option and a remedy.
std::variant<QueryOptions, TextToPrint> parse_query_options(int argc, const char* const* argv);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The options of notes-query, checked and resolved.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "common/cli/command_line.h"
#include "common/cli/standard_options.h"
#include "common/environment.h"
#include "query/commands/command.h"

namespace notes {

// Where messages go: remarks on the query, and the reason a run failed.
enum class Messages : std::uint8_t { people, json, none };

enum class LinkMode : std::uint8_t { automatic, always, never };

struct QueryOptions {
  const Command* command = &kSearchCommand;
  CommandRequest request;      // without the synonyms and what depends on the terminal
  NamedConditions conditions;  // resolved into conditions of the request
  std::optional<std::string> db;
  Messages messages = Messages::people;
  ColorMode color = ColorMode::automatic;
  LinkMode links = LinkMode::automatic;
  bool no_pager = false;
  int format_version = kJsonVersion;
  StandardOptions standard;
};

// Returns the options to run with, or the text to print for --help, --version or --completion.
// Throws Error (ExitCode::failure) that names the option and a remedy.
std::variant<QueryOptions, TextToPrint> parse_query_options(int argc, const char* const* argv);

// Reads the user's synonyms: the file `synonyms` in the config folder, one set per line, such as
// `ptq = post-training quantization` or `car, automobile`. Blank lines and lines that start with #
// are ignored. Empty if the file does not exist. Throws Error that names the file and the bad line.
SynonymSets read_synonyms();

// `path` is used in error messages only.
SynonymSets parse_synonyms(const std::string& text, const std::string& path);

}  // namespace notes

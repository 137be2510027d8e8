// SPDX-License-Identifier: GPL-2.0-or-later
// The options that both programs have: help, version, shell completion. They print a text instead
// of starting a run. Help is made from the declared options and the field table, so that nothing is
// written twice.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/cli/command_line.h"
#include "common/cli/completion.h"
#include "common/environment.h"

namespace CLI {
class Option;
}

namespace notes {

struct Example {
  std::string_view command;
  std::string_view meaning;
};

// The parts of the help that come from no table.
struct ProgramPage {
  std::string_view usage;    // "[OPTION]... [PATH]..."
  std::string_view summary;  // one line
  std::span<const Example> examples;
  std::string_view see_also;
  WordKind words = WordKind::paths;
};

// The short help leaves out the options of this group.
inline constexpr const char* kFurtherOptions = "Further options";

// The short help lists the options of this group on one line, by name only.
inline constexpr const char* kFindingAround = "Other commands";

struct StandardOptions {
  bool help = false;
  bool full_help = false;
  bool version = false;
  bool no_config = false;
  std::optional<Shell> completion;
};

// An app named `program`, without CLI11's own help option.
std::unique_ptr<CLI::App> make_app(const std::string& program);

// Options added from now on belong to this group of the help.
void start_group(CLI::App& app, const std::string& name);

void add_standard_options(CLI::App& app, StandardOptions& options);

// --color=auto|always|never
CLI::Option* add_color_option(CLI::App& app, ColorMode& color);

// Nothing if the command line asks for a run.
std::optional<TextToPrint> text_asked_for(const CLI::App& app, const ProgramPage& page,
                                          const StandardOptions& options);

// One screen: usage, examples, the everyday options.
std::string help_text(const CLI::App& app, const ProgramPage& page);

// Every option with all its values and, for a query program, every field.
std::string full_help_text(const CLI::App& app, const ProgramPage& page);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The options that both programs have: help, version, shell completion. They print a text instead
// of starting a run.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "common/cli/command_line.h"
#include "common/cli/completion.h"
#include "common/cli/reference.h"

namespace notes {

struct StandardOptions {
  bool help = false;
  bool full_help = false;
  bool version = false;
  bool no_config = false;
  std::optional<Shell> completion;
};

// An app named `program`, without CLI11's own help option.
std::unique_ptr<CLI::App> make_app(const std::string& program);

void add_standard_options(CLI::App& app, StandardOptions& options);

// Nothing if the command line asks for a run.
std::optional<TextToPrint> text_asked_for(const CLI::App& app, const ProgramPage& page,
                                          const StandardOptions& options);

}  // namespace notes

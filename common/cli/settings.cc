// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/settings.h"

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

const CLI::Option& option_of(const CLI::App& app, const ConfigLine& line) {
  const CLI::Option* option = app.get_option_no_throw("--" + line.name);
  if (option != nullptr && option->get_configurable()) return *option;
  if (option != nullptr)
    throw Error(ExitCode::failure, "'" + line.name + "' is an option, but no setting",
                "put it on the command line");
  const std::string nearest = nearest_word(line.name, setting_names(app));
  throw Error(ExitCode::failure, "no such setting: " + line.name,
              nearest.empty() ? app.get_name() + " --help-all lists the settings"
                              : "did you mean " + nearest + "?");
}

// The setting as typed on a command line; nothing for a switch that is off.
std::vector<std::string> as_options(const CLI::App& app, const ConfigLine& line) {
  const CLI::Option& option = option_of(app, line);
  if (option.get_expected_max() > 0) return {long_name(option) + "=" + line.value};
  if (line.value == "yes") return {long_name(option)};
  if (line.value == "no") return {};
  throw Error(ExitCode::failure, line.name + ": '" + line.value + "' is neither yes nor no",
              "write " + line.name + " = yes");
}

}  // namespace

void declare_settings(CLI::App& app, const std::vector<const char*>& long_names) {
  for (const char* name : long_names) app.get_option(name)->configurable(true);
}

std::vector<std::string> setting_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    if (option->get_configurable()) names.push_back(option->get_lnames().front());
  return names;
}

bool apply_settings(CLI::App& app, const ConfigFile& file) {
  bool any = false;
  for (const ConfigLine& line : file.lines) {
    if (line.section != app.get_name()) continue;
    any = true;
    try {
      apply_options(app, {as_options(app, line), {}});
    } catch (const Error& error) {
      throw config_error(file, line.line, error.text(), error.hint());
    }
  }
  return any;
}

}  // namespace notes

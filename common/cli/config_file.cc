// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/config_file.h"

#include <algorithm>
#include <array>
#include <sstream>

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/environment.h"
#include "common/text/ascii.h"
#include "common/text/nearest_word.h"

namespace notes {
namespace {

// The name in a line such as "[notes-query]".
std::string section_name(const ConfigFile& file, std::uint32_t number, const std::string& text) {
  const std::array<std::string, 3> known{"notes-query", "notes-index",
                                         std::string(kSearchesSection)};
  const std::size_t close = text.find(']');
  std::string name(ascii::trimmed(std::string_view(text).substr(1, close - 1)));
  if (close + 1 == text.size() && std::ranges::find(known, name) != known.end()) return name;
  std::string hint = "use [notes-query], [notes-index] or [searches]";
  if (close != text.npos && close + 1 < text.size())
    hint = "end the line after the ]; put a comment on its own line";
  else if (const std::string nearest = nearest_word(name, known);
           !nearest.empty() && nearest != name)
    hint = "did you mean [" + nearest + "]?";
  throw config_error(file, number, "no such section: " + text, hint);
}

ConfigLine setting(const ConfigFile& file, std::uint32_t number, const std::string& section,
                   std::string_view text) {
  const std::size_t equals = text.find('=');
  const std::string name(ascii::trimmed(text.substr(0, equals)));
  const std::string value(equals == text.npos ? "" : ascii::trimmed(text.substr(equals + 1)));
  if (name.empty() || value.empty())
    throw config_error(file, number, "'" + std::string(text) + "' is not a setting",
                       "write NAME = VALUE");
  if (section.empty())
    throw config_error(file, number, "'" + name + "' is not in a section",
                       "put [notes-query] on a line above it");
  return {section, name, value, number};
}

const CLI::Option& option_of(const CLI::App& app, const ConfigLine& line) {
  const CLI::Option* option = app.get_option_no_throw("--" + line.name);
  if (option != nullptr && option->get_configurable()) return *option;
  if (option != nullptr)
    throw Error(ExitCode::failure, "'" + line.name + "' is an option, but not a setting",
                "put it on the command line");
  const std::string nearest = nearest_word(line.name, setting_names(app));
  throw Error(ExitCode::failure, "no such setting: " + line.name,
              nearest.empty() ? app.get_name() + " --help-all lists the settings"
                              : "did you mean " + nearest + "?");
}

// The setting as typed on a command line; nothing for a switch that is off.
std::vector<std::string> as_options(const CLI::App& app, const ConfigLine& line) {
  const CLI::Option& option = option_of(app, line);
  if (takes_value(option)) return {option.get_name() + "=" + line.value};
  if (line.value == "yes") return {option.get_name()};
  if (line.value == "no") return {};
  throw Error(ExitCode::failure, line.name + ": '" + line.value + "' is neither yes nor no",
              "write " + line.name + " = yes");
}

}  // namespace

ConfigFile parse_config(const std::string& path, const std::string& text) {
  ConfigFile file{path, {}};
  std::istringstream lines(text);
  std::string section;
  std::string row;
  for (std::uint32_t number = 1; std::getline(lines, row); ++number) {
    const std::string line(ascii::trimmed(row));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[')
      section = section_name(file, number, line);
    else
      file.lines.push_back(setting(file, number, section, line));
  }
  return file;
}

ConfigFile read_config() {
  const auto file = read_user_file("config");
  return file ? parse_config(file->path, file->text) : ConfigFile{};
}

Error config_error(const ConfigFile& file, std::uint32_t line, const std::string& text,
                   const std::string& hint) {
  return Error(ExitCode::failure, file.path + ":" + std::to_string(line) + ": " + text, hint);
}

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

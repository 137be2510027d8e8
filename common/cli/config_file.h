// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the user's config file: `name = value` lines below a `[section]`. Below the name of a
// program they are settings: the defaults of options, named after the option's long name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace CLI {
class App;
}

namespace notes {

// The section of saved searches, which have free names. The other sections are named after
// programs.
inline constexpr std::string_view kSearchesSection = "searches";

struct ConfigLine {
  std::string section;  // "notes-query", "notes-index" or kSearchesSection
  std::string name;
  std::string value;  // neither is empty or has blanks around it
  std::uint32_t line = 1;
};

struct ConfigFile {
  std::string path;  // empty if there is none
  std::vector<ConfigLine> lines;
};

// Reads `config` in the user's config folder; the result is empty if it does not exist. Both throw
// an Error that names the file and the line.
ConfigFile read_config();
ConfigFile parse_config(const std::string& path, const std::string& text);

// "PATH:LINE: TEXT"
Error config_error(const ConfigFile& file, std::uint32_t line, const std::string& text,
                   const std::string& hint);

// Declares that these options may be set in the config file. If make_app made the app, no others
// may.
void declare_settings(CLI::App& app, const std::vector<const char*>& long_names);

// The names of the program's settings, in the order of its options.
std::vector<std::string> setting_names(const CLI::App& app);

// Lets CLI11 check and store the file's settings for this program, as if they had been typed. True
// if there are any. Throws an Error that names the line.
bool apply_settings(CLI::App& app, const ConfigFile& file);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Settings: options whose default the user may set in the config file. declare_settings makes an
// option a setting, named after the option's long name.
#pragma once

#include <string>
#include <vector>

#include "common/cli/config_file.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

// Declares that these options may be set in the config file. If make_app made the app, no others
// may.
void declare_settings(CLI::App& app, const std::vector<const char*>& long_names);

// The names of the program's settings, in the order of its options.
std::vector<std::string> setting_names(const CLI::App& app);

// Lets CLI11 check and store the file's settings for this program, as if they had been typed. True
// if there are any. Throws an Error that names the line.
bool apply_settings(CLI::App& app, const ConfigFile& file);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Settings: options whose default a user may give in the config file. An option is one when it is
// declared so; its long name is the setting's.
#pragma once

#include <string>
#include <vector>

#include "common/cli/config_file.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

// Declares that the options may be given in the config file. Of an app that make_app made no others
// may.
void declare_settings(CLI::App& app, const std::vector<const char*>& long_names);

// The names of the program's settings, in the order of its options.
std::vector<std::string> setting_names(const CLI::App& app);

// Has CLI11 check and store the file's settings for this program, as if they had been typed. True
// when there are any. Throws Error that names the line.
bool apply_settings(CLI::App& app, const ConfigFile& file);

}  // namespace notes

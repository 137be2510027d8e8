// SPDX-License-Identifier: GPL-2.0-or-later
// What the environment of this process says.
#pragma once

#include <optional>
#include <string>

namespace notes {

// The variable's value; nothing when it is unset or empty.
std::optional<std::string> environment(const char* name);

// The folder of the user's own settings: $XDG_CONFIG_HOME/notes-search, else
// ~/.config/notes-search. Absolute; it need not exist. Nothing without a home.
std::optional<std::string> config_folder();

}  // namespace notes

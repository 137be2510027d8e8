// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/environment.h"

#include <cstdlib>

namespace notes {

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

// A relative $XDG_CONFIG_HOME counts as unset, as its specification says.
std::optional<std::string> config_folder() {
  const auto config_home = environment("XDG_CONFIG_HOME");
  if (config_home && config_home->front() == '/') return *config_home + "/notes-search";
  if (const auto home = environment("HOME")) return *home + "/.config/notes-search";
  return std::nullopt;
}

}  // namespace notes

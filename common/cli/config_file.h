// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the user's config file: `name = value` lines below a `[section]`. What the names mean is
// for settings.h to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace notes {

// Of saved searches: their names are free. The other sections are programs.
inline constexpr std::string_view kSearchesSection = "searches";

struct ConfigLine {
  std::string section;  // "notes-query", "notes-index" or kSearchesSection
  std::string name;
  std::string value;  // neither is empty, nor has blanks around it
  std::uint32_t line = 1;
};

struct ConfigFile {
  std::string path;  // empty when there is none
  std::vector<ConfigLine> lines;
};

// `config` in the user's config folder; empty when it is not there. Throws Error that names the
// file and the line, as does parse_config.
ConfigFile read_config();

ConfigFile parse_config(const std::string& path, std::string_view text);

// "PATH:LINE: TEXT"
Error config_error(const ConfigFile& file, std::uint32_t line, const std::string& text,
                   const std::string& hint);

}  // namespace notes

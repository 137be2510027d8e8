// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the user's config file: `name = value` lines below a `[section]`. settings.h says what the
// names mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"

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

ConfigFile parse_config(const std::string& path, std::string_view text);

// "PATH:LINE: TEXT"
Error config_error(const ConfigFile& file, std::uint32_t line, const std::string& text,
                   const std::string& hint);

}  // namespace notes

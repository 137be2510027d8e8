// SPDX-License-Identifier: GPL-2.0-or-later
// A form such as `vscode://file{path}:{line}` with its blanks filled in: how users and tables say
// where a place in a note goes in a link or on a command line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct Filling {
  std::string_view name;  // without braces
  std::string value;
};

// `{name}` becomes its value; braces around anything else stay.
std::string filled(std::string_view form, std::span<const Filling> fillings);

// A place in a note, for `{path}`, `{line}`, `{column}` (in UTF-16 units, what most programs count
// in) and `{byte}` (the column in bytes). All from 1.
std::vector<Filling> place_fillings(std::string path, std::uint32_t line, std::uint32_t column,
                                    std::uint32_t byte);

}  // namespace notes

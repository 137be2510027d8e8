// SPDX-License-Identifier: GPL-2.0-or-later
// A form such as `vscode://file{path}:{line}` with its blanks filled in: how users and tables say
// where a place in a note goes in a link or on a command line.
#pragma once

#include <cstdint>
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

// A place in a note; all from 1.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // in bytes
  std::uint32_t column_utf16 = 1;
};

// For `{path}`, `{line}`, `{column}` (in UTF-16 units, what most programs count in) and `{byte}`
// (the column in bytes).
std::vector<Filling> place_fillings(std::string path, const TextPlace& place);

}  // namespace notes

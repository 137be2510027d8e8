// SPDX-License-Identifier: GPL-2.0-or-later
// Fills in forms such as `vscode://file{path}:{line}`. Users and tables write them for links and
// command lines that lead to a place in a note.
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

// Replaces each `{name}` with its value. Braces around anything else stay.
std::string filled(std::string_view form, std::span<const Filling> fillings);

// A place in a note. All numbers start at 1.
struct TextPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;  // in bytes
  std::uint32_t column_utf16 = 1;
};

// The values of `{path}`, `{line}`, `{column}` (in UTF-16 units, as most programs count) and
// `{byte}` (the column in bytes).
std::vector<Filling> place_fillings(std::string path, const TextPlace& place);

}  // namespace notes

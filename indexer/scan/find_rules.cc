// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/find_rules.h"

#include <algorithm>
#include <cstddef>

namespace notes {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool has_extension(std::string_view name, std::string_view extension) {
  if (name.size() <= extension.size()) return false;
  const std::size_t dot = name.size() - extension.size() - 1;
  return name[dot] == '.' && std::equal(extension.begin(), extension.end(),
                                        name.begin() + static_cast<std::ptrdiff_t>(dot + 1),
                                        [](char a, char b) { return lower(a) == lower(b); });
}

}  // namespace

bool has_note_extension(std::string_view name, const FindRules& rules) {
  return std::any_of(
      rules.extensions.begin(), rules.extensions.end(),
      [name](const std::string& extension) { return has_extension(name, extension); });
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/find_rules.h"

#include <algorithm>

#include "common/text/ascii.h"

namespace notes {

bool has_note_extension(std::string_view name, const FindRules& rules) {
  return std::ranges::any_of(rules.extensions, [name](const std::string& extension) {
    if (name.size() <= extension.size()) return false;
    const std::string_view end = name.substr(name.size() - extension.size() - 1);
    return end.front() == '.' && ascii::equals_ignoring_case(end.substr(1), extension);
  });
}

}  // namespace notes

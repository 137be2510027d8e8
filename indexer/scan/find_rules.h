// SPDX-License-Identifier: GPL-2.0-or-later
// Which files below a root are notes, as the user chose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct FindRules {
  std::vector<std::string> extensions = {"md", "markdown", "mdx", "txt"};  // in lower case, no dot
  std::vector<std::string> ignore_globs;  // in .gitignore syntax, relative to the root
  bool obey_gitignore = true;             // .notesignore is always obeyed
  bool operator==(const FindRules&) const = default;
};

bool has_note_extension(std::string_view name, const FindRules& rules);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of editors: how each is told the line to open. Starts nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct EditorCommand {
  std::vector<std::string> words;  // the program and its arguments
  bool at_line = true;             // false: an editor that the table does not know opens the top
};

// `editor` is what $VISUAL holds: a program with or without arguments, in quotes where they hold
// blanks. Where an argument holds `{path}`, the editor's row in the table does not count. Throws
// Error when it names no program.
EditorCommand editor_command(std::string_view editor, const Hit& hit);

}  // namespace notes

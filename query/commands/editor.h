// SPDX-License-Identifier: GPL-2.0-or-later
// THE table of editors: how to tell each the line to open. Starts nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

struct EditorCommand {
  std::vector<std::string> words;  // the program and its arguments
  bool at_line = true;             // false: unknown editor, it opens the note at the top
};

// `editor` is a command line as in $VISUAL: a program and its arguments, quoted if they contain
// blanks. If an argument contains `{path}`, the table is not used. Throws Error if `editor` names
// no program.
EditorCommand editor_command(std::string_view editor, const Hit& hit);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Links from note to note: what a link calls its note, and all that a note may be called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// The path below the root that a relative target leads to from the note `rel_path`, folded; nothing
// for a web address, an anchor, or a file that is not a note.
std::optional<std::string> linked_path(std::string_view target, std::string_view rel_path);

// A note answers to its path, and to each end of it: "/sea/tides", "sea/tides", "tides"; and, where
// no file is called so, to its titles: "=ebb and flow".
std::vector<std::string> names_of_note(std::string_view rel_path,
                                       const std::vector<std::string>& titles);

}  // namespace notes

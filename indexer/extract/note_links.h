// SPDX-License-Identifier: GPL-2.0-or-later
// Links between notes: the name a link uses for its note, and all names a note has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// The path below the root that a relative target in the note `rel_path` leads to, folded; nothing
// for a web address, an anchor, or a file that is not a note.
std::optional<std::string> linked_path(std::string_view target, std::string_view rel_path);

// The names of a note: its path and each end of it ("/sea/tides", "sea/tides", "tides"), and its
// titles ("=ebb and flow"), which count if no file has that name.
std::vector<std::string> names_of_note(std::string_view rel_path,
                                       const std::vector<std::string>& titles);

}  // namespace notes

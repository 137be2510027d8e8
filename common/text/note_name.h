// SPDX-License-Identifier: GPL-2.0-or-later
// What notes are called in links and queries. A name is folded like a label: "Sea%20Charts.md",
// "sea-charts" and "Sea charts" are one. A path begins with '/': "/harbour/sea-charts".
#pragma once

#include <string>
#include <string_view>

namespace notes {

// Removes an extension that notes have; others stay.
std::string_view without_note_extension(std::string_view name);

std::string percent_decoded(std::string_view text);

std::string fold_note_name(std::string_view name);

// The name of a note by its path below a root. README and index are named after their folder.
std::string fold_note_path(std::string_view rel_path);

}  // namespace notes

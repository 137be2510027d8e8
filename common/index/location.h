// SPDX-License-Identifier: GPL-2.0-or-later
// Where the index lives when nobody says so.
#pragma once

#include <optional>
#include <string>

namespace notes {

// Absolute path of the index directory: `db` (the option --db) when given, else $NOTES_DB, else
// $XDG_DATA_HOME/notes-search/default, else ~/.local/share/notes-search/default.
// Throws Error when none of them can be had.
std::string index_directory(const std::optional<std::string>& db);

// Absolute and without "." and ".." parts; symlinks stay as they are, a trailing slash goes.
std::string absolute_path(const std::string& path);

}  // namespace notes

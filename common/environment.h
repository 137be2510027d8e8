// SPDX-License-Identifier: GPL-2.0-or-later
// What the environment of this process says: its variables, the places that they name, and the
// files that users write there.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace notes {

// The variable's value; nothing when it is unset or empty.
std::optional<std::string> environment(const char* name);

// The first of these programs that a folder of $PATH holds; empty when none does.
std::string find_program(std::span<const std::string_view> names);

// Absolute and without "." and ".." parts; symlinks stay as they are, a trailing slash goes.
// Throws Error when the working directory is gone.
std::string absolute_path(const std::string& path);

// Absolute path of the index directory: `db` (the option --db) when given, else $NOTES_DB, else
// $XDG_DATA_HOME/notes-search/default, else ~/.local/share/notes-search/default. A relative
// $XDG_DATA_HOME counts as unset, as its specification says.
// Throws Error when none of them can be had, or when root would come to another user's by chance.
std::string index_directory(const std::optional<std::string>& db);

// The folder of the user's own settings: $XDG_CONFIG_HOME/notes-search, else
// ~/.config/notes-search. Absolute; it need not exist. Nothing without a home.
std::optional<std::string> config_folder();

struct UserFile {
  std::string path;
  std::string text;  // without a byte order mark
};

// A file in that folder; nothing when there is none. Throws Error for one that cannot be read.
std::optional<UserFile> read_user_file(const std::string& name);

}  // namespace notes

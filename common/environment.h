// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the environment of this process: its variables, the folders they name, the user's config
// files, and what its streams are connected to.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace notes {

// The variable's value; nothing if it is unset or empty.
std::optional<std::string> environment(const char* name);

// The first of these programs found in $PATH; empty if none is.
std::string find_program(std::span<const std::string_view> names);

// Makes a path absolute and removes "." and ".." parts and a trailing slash. Does not resolve
// symlinks. Throws Error if the working directory no longer exists.
std::string absolute_path(const std::string& path);

// The absolute path of the index directory: `db` (from --db) if given, else $NOTES_DB, else
// $XDG_DATA_HOME/notes-search/default, else ~/.local/share/notes-search/default. A relative
// $XDG_DATA_HOME is ignored, as its specification requires.
// Throws Error if none of them is set, or if root would use another user's index by accident.
std::string index_directory(const std::optional<std::string>& db);

// The folder of the user's settings: $XDG_CONFIG_HOME/notes-search, else ~/.config/notes-search.
// Absolute; it need not exist. Nothing if there is no home.
std::optional<std::string> config_folder();

struct UserFile {
  std::string path;
  std::string text;  // without a byte order mark
};

// Reads a file in config_folder(); nothing if it does not exist. Throws Error if it cannot be read.
std::optional<UserFile> read_user_file(const std::string& name);

enum class ColorMode : std::uint8_t { automatic, always, never };

// Decides by --color, NO_COLOR, TERM and the stream.
bool wants_color(ColorMode mode, int descriptor);

bool is_terminal(int descriptor);

// Columns of the terminal at stdout, else $COLUMNS, else 80.
int terminal_width();

// Rows of the terminal at stdout; 0 if stdout is not a terminal.
int terminal_height();

}  // namespace notes

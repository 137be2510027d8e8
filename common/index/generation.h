// SPDX-License-Identifier: GPL-2.0-or-later
// The index directory and its generations:
//   DIR/lock      see lock.h
//   DIR/gen-N/    a Xapian database
//   DIR/current   one line, the name of the generation in use
//   DIR/looked    see is_time_to_look in freshness.h
// Replacing a database directory under a writer corrupts it, so a rebuild writes a new generation
// and switches `current`. Opens no database: see open_index.h.
#pragma once

#include <optional>
#include <string>

namespace notes {

// Name of the generation in use ("gen-3"); nothing when DIR holds no index.
// Throws Error: damaged_index when `current` does not name a generation, failure when it is there
// and cannot be read.
std::optional<std::string> find_current_generation(const std::string& directory);

// Makes DIR (mode 0700, parents too) unless it is there. Throws Error when it is not ours: neither
// empty nor holding an index, or no directory at all.
void prepare_index_directory(const std::string& directory);

// Absolute path of a generation that does not exist yet, one above all that do.
std::string new_generation_path(const std::string& directory);

// Makes `generation` (a name) the current one, durably: written, synced, renamed, directory synced.
void switch_generation(const std::string& directory, const std::string& generation);

// Removes what no reader starts from: other generations, and what writers left that were killed.
// Throws as find_current_generation does. Only for the holder of the lock.
void remove_leftovers(const std::string& directory);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The index directory and its generations:
//   DIR/lock      see IndexLock in own_files.h
//   DIR/gen-N/    a Xapian database
//   DIR/current   one line, the name of the generation in use
//   DIR/looked    see is_time_to_look in freshness.h
// Replacing a database directory while it is being written corrupts it, so a rebuild writes a new
// generation and switches `current`. Opens no database: see open_index.h.
#pragma once

#include <optional>
#include <string>

namespace notes {

// Name of the generation in use ("gen-3"); nothing if DIR holds no index. Throws Error:
// damaged_index if `current` does not name a generation, failure if it exists and cannot be read.
std::optional<std::string> find_current_generation(const std::string& directory);

// Creates DIR (mode 0700, with parents) unless it exists. Throws Error if it is not ours: not a
// directory, or neither empty nor an index.
void prepare_index_directory(const std::string& directory);

// Absolute path of a new generation, numbered above all existing ones.
std::string new_generation_path(const std::string& directory);

// Makes `generation` (a name) the current one, durably: written, synced, renamed, directory synced.
void switch_generation(const std::string& directory, const std::string& generation);

// Removes what no reader will open: other generations, and what killed writers left. Throws as
// find_current_generation does. The caller must hold the lock.
void remove_leftovers(const std::string& directory);

// The same after a failure, which is the one to report.
void remove_leftovers_if_possible(const std::string& directory);

}  // namespace notes

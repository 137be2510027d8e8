// SPDX-License-Identifier: GPL-2.0-or-later
// The index directory and its generations, and how the one in use is read:
//   DIR/lock      see lock_index in own_files.h
//   DIR/gen-N/    a Xapian database
//   DIR/current   one line, the name of the generation in use
//   DIR/looked    see is_time_to_look
// Replacing a database directory while it is being written corrupts it, so a rebuild writes a new
// generation and switches `current`.
//
// Whether notes changed since they were indexed shows without reading them; if they have, a query
// runs notes-index, which alone writes.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <xapian.h>

#include "common/error.h"
#include "common/index/catalog.h"
#include "common/index/own_files.h"

namespace notes {

// Name of the generation in use ("gen-3"); nothing if DIR holds no index. Throws Error:
// damaged_index if `current` does not name a generation, failure if it exists and cannot be read.
std::optional<std::string> find_current_generation(const std::string& directory);

// Creates DIR (mode 0700, with parents) unless it exists. Throws Error if it is not ours: not a
// directory, or neither empty nor an index.
void prepare_index_directory(const std::string& directory);

// Absolute path of a new generation, numbered above all existing ones.
std::string new_generation_path(const std::string& directory);

// Makes `generation` (a name) the current one, durably: its files are synced, then `current` is
// written, synced and renamed, and the directory synced.
void switch_generation(const std::string& directory, const std::string& generation);

// Removes what no reader will open: other generations, and what killed writers left. Throws as
// find_current_generation does. The caller must hold the lock.
void remove_leftovers(const std::string& directory);

// The same after a failure, which is the one to report.
void remove_leftovers_if_possible(const std::string& directory);

struct OpenIndex {
  std::string directory;   // of the index
  std::string generation;  // name of the open one
  Xapian::Database database;
  IndexSettings settings;
};

// A state of an index: each commit and each rebuild makes a new one.
struct IndexMoment {
  std::string generation;
  std::string revision;  // content of the file that Xapian replaces at each commit
  bool operator==(const IndexMoment&) const = default;
};

// Throws Error: no_index, failure.
IndexMoment present_moment(const std::string& directory);

// What a Xapian error means to a user of the index in `directory`, if no other run changed the
// index.
Error index_error(const std::string& directory, const Xapian::Error& error);

// Throws Xapian's errors as they are, and Error: wrong_schema.
OpenIndex open_generation(const std::string& directory, const std::string& generation);

inline constexpr int kReadAttempts = 20;

// Opens the index and returns the result of `read`. A commit may overwrite what a reader of an
// older commit still needs, and Xapian then reports the index as modified or even corrupt. So an
// error counts only if the index is still as it was when it was opened. What `read` returns must
// not hold documents of a database that it closes: they are loaded lazily.
// Throws Error: no_index, damaged_index, wrong_schema, index_busy, failure.
template <class Read>
auto with_index(const std::string& directory, Read read) {
  for (int attempt = 1;; ++attempt) {
    const IndexMoment moment = present_moment(directory);
    try {
      OpenIndex index = open_generation(directory, moment.generation);
      return read(index);
    } catch (const Xapian::Error& error) {
      if (present_moment(directory) == moment) throw index_error(directory, error);
      if (attempt == kReadAttempts) throw busy_error(directory);
    }
  }
}

inline OpenIndex open_index(const std::string& directory) {
  return with_index(directory, [](OpenIndex& index) { return std::move(index); });
}

// The settings of an index that cannot be opened because it is damaged or has another schema. They
// come from the index or from the copy next to it; nothing if neither can be read.
std::optional<IndexSettings> rescue_settings(const std::string& directory);

// Up to this number of notes, a quick look checks each of them. Above it, it checks only folders
// and ignore files: their times show notes that came, went or were saved by renaming, but not notes
// written in place.
inline constexpr std::uint64_t kMaxNotesLookedAtQuickly = 5'000;

enum class Thoroughness : std::uint8_t { quick, full };

struct Look {
  bool changed = false;           // something changed, or can be read by now
  bool was_at_all_notes = false;  // every note that can be read was checked, and none had changed
};

Look look_at_notes(const OpenIndex& index, Thoroughness thoroughness);

// For programs that are started on every keystroke: true if none looked within the last second.
// Checks the time of DIR/looked and sets it; if it cannot, the answer is always true.
bool is_time_to_look(const std::string& directory);

// The paths below each root, by the root's number.
using NotePaths = std::map<std::uint32_t, std::set<std::string>>;

// Whether one of these notes is gone or has changed since it was read.
bool any_changed(const OpenIndex& index, const NotePaths& notes);

enum class RefreshResult : std::uint8_t {
  done,
  busy,        // another process is writing the index
  impossible,  // there is no notes-index, or it failed
  timed_out,   // it is still running
};

// Starts `notes-index --refresh` from the folder of the running program, or else from $PATH, and
// waits for it to end: at most `patience`, and only while `goes_on`, called each millisecond, is
// true.
RefreshResult refresh_index(
    const std::string& directory, std::chrono::milliseconds patience,
    const std::function<bool()>& goes_on = [] { return true; });

}  // namespace notes

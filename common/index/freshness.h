// SPDX-License-Identifier: GPL-2.0-or-later
// Tells whether notes changed since they were indexed, without reading them, and has the sibling
// program notes-index bring the index up to date. Writes nothing itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/index/open_index.h"

namespace notes {

// Up to so many notes a quick look is at each of them; above that only at the folders and ignore
// files, whose times tell of notes that came, went or were saved by renaming, not of those written
// in place.
inline constexpr std::uint64_t kMaxNotesLookedAtQuickly = 5'000;

enum class Thoroughness : std::uint8_t { quick, full };

struct Look {
  bool changed = false;            // something did
  bool was_at_all_notes = false;   // unless something changed before that
  std::vector<Diagnostic> unread;  // what could not be read by the indexer, and still cannot
};

Look look_at_notes(const OpenIndex& index, Thoroughness thoroughness);

// For a program that is started at each key: whether none asked within the last second. The time of
// DIR/looked tells, which this call sets; where it cannot, it is always time.
bool is_time_to_look(const std::string& directory);

// By number of the root, the paths below it.
using NotePaths = std::map<std::uint32_t, std::set<std::string>>;

// Whether one of these notes is gone or another than it was when it was read.
bool any_changed(const OpenIndex& index, const NotePaths& notes);

enum class RefreshResult : std::uint8_t {
  done,
  busy,        // another process is writing the index
  impossible,  // no notes-index to run, or it failed
  timed_out,   // it goes on without us
};

// Starts `notes-index --refresh` from the folder of the running program (else from $PATH) and waits
// for it at most `patience`.
RefreshResult refresh_index(const std::string& directory, std::chrono::milliseconds patience);

}  // namespace notes

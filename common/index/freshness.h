// SPDX-License-Identifier: GPL-2.0-or-later
// Finds out whether notes changed since they were indexed, without reading them, and runs
// notes-index to update the index. Writes nothing itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>

#include "common/index/open_index.h"

namespace notes {

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

// SPDX-License-Identifier: GPL-2.0-or-later
// What events mean: which places may have changed, and which roots must be walked again to learn
// which folders there are. Makes no system calls.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "indexer/watch/changes.h"
#include "indexer/watch/inotify_queue.h"
#include "indexer/watch/watch_map.h"

namespace notes {

struct PendingChanges {
  std::set<ChangedPlace> places;
  std::set<std::size_t> roots_to_walk;
  bool events_lost = false;  // the queue ran over, or a disk was unmounted
  bool empty() const { return places.empty() && roots_to_walk.empty() && !events_lost; }
};

// Adds to `pending` what the event says. Rather too much than too little: whether a note is new,
// ignored, or the same as before is for the next walk to find out.
void read_event(const WatchEvent& event, const WatchMap& watches,
                const std::vector<WatchedRoot>& roots, PendingChanges& pending);

// The places that lie inside no other of them.
std::vector<ChangedPlace> outermost(const std::set<ChangedPlace>& places);

}  // namespace notes

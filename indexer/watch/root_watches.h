// SPDX-License-Identifier: GPL-2.0-or-later
// Watches every folder that a walk of the roots enters, and turns the queue's events into what may
// have changed. folder_watcher decides when to do either.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/descriptor.h"
#include "common/error.h"
#include "indexer/scan/note_finder.h"

namespace notes {

enum class WatchKind : std::uint8_t {
  folder,          // rel_path: the folder
  folder_of_root,  // the folder that holds a root that is a file; rel_path: the file's name
  link_target,     // rel_path: the note that is a link
};

// A place that is watched. Several may share a number: roots overlap, and links lead to the same
// file.
struct Watch {
  int number = -1;
  WatchKind kind = WatchKind::folder;
  std::size_t root = 0;  // index among the watched roots
  std::string rel_path;
  auto operator<=>(const Watch&) const = default;
};

struct WatchEvent {
  int watch = -1;          // -1 for an event of the queue itself
  std::uint32_t mask = 0;  // IN_...
  std::string name;        // in the watched folder; empty for the watched place itself
};

// Parses what a read of the kernel's queue returned. Leaves out an incomplete event at the end.
std::vector<WatchEvent> parse_events(std::string_view bytes);

struct PendingChanges {
  bool changed = false;
  bool must_walk = false;  // to find out which folders exist now
  bool empty() const { return !changed && !must_walk; }
};

// Adds to `pending` what the event says about a watched place. Adds too much rather than too
// little: the next walk finds out whether a note is new, ignored or unchanged.
void read_event(const WatchEvent& event, const Watch& watch, const Root& root,
                PendingChanges& pending);

class RootWatches {
 public:
  // Watches nothing yet: call refresh().
  explicit RootWatches(std::vector<Root> roots);

  int descriptor() const { return queue_.number(); }  // readable if events are waiting
  // Why nothing is watched any more: the system grants too few watches. Says what helps.
  const std::optional<Diagnostic>& failure() const { return failure_; }

  // Roots that could not be walked when they were last refreshed.
  bool has_absent_roots() const { return !absent_roots_.empty(); }
  bool has_returned_roots() const;  // some can be walked now

  PendingChanges take_events();

  // Walks the roots and watches what a walk enters. True if folders came, went or were replaced
  // since the last time, or if a root disappeared or came back.
  bool refresh();

 private:
  void watch_root(std::size_t root);
  void watch(const std::string& path, Watch watch);
  void give_up(const std::string& path, int error_number);

  std::vector<Root> roots_;
  Descriptor queue_;            // of inotify
  std::vector<Watch> watches_;  // sorted
  std::set<std::size_t> absent_roots_;
  std::optional<Diagnostic> failure_;
};

}  // namespace notes

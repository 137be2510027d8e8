// SPDX-License-Identifier: GPL-2.0-or-later
// Keeps the watches of all roots up to date with the existing folders, and turns the queue's events
// into changed roots. folder_watcher decides when to do either.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/watch/inotify_queue.h"
#include "indexer/watch/watch_map.h"

namespace notes {

class RootWatches {
 public:
  // Watches nothing yet: call refresh() for each root.
  explicit RootWatches(std::vector<WatchedRoot> roots);

  std::size_t root_count() const { return roots_.size(); }
  int descriptor() const { return queue_.descriptor(); }  // readable if events are waiting
  // Why nothing is watched any more: the system grants too few watches. Says what helps.
  const std::optional<Diagnostic>& failure() const { return failure_; }

  // Roots that could not be walked when they were last refreshed, but can be now.
  std::set<std::size_t> returned_roots() const;
  bool has_absent_roots() const { return !absent_roots_.empty(); }

  void take_events(PendingChanges& pending);

  // Walks the root and watches what a walk enters. True if folders came, went or were replaced
  // since the last time, or if the root disappeared or came back.
  bool refresh(std::size_t root);

 private:
  std::vector<Watch> watch_root(std::size_t root);
  std::vector<Watch> watch_what_stands(std::size_t root);
  void watch(std::vector<Watch>& watches, const std::string& path, WatchKind kind,
             const std::string& rel_path);
  void give_up(const std::string& path, int error_number);

  std::vector<WatchedRoot> roots_;
  InotifyQueue queue_;
  WatchMap map_;
  std::set<std::size_t> absent_roots_;
  std::optional<Diagnostic> failure_;
};

}  // namespace notes

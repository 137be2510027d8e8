// SPDX-License-Identifier: GPL-2.0-or-later
// Maps each watch of the queue to places below roots, and so decides what an event means. One watch
// may have several places: roots overlap, and links lead to the same file. Makes no system calls.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/scan/find_rules.h"
#include "indexer/watch/inotify_queue.h"

namespace notes {

struct WatchedRoot {
  std::string path;  // absolute; a folder or a note
  FindRules rules;
  bool operator==(const WatchedRoot&) const = default;
};

enum class WatchKind : std::uint8_t {
  folder,          // rel_path: the folder
  folder_of_root,  // the folder that holds a root that is a file; rel_path: the file's name
  link_target,     // rel_path: the note that is a link
};

struct Watch {
  int number = -1;
  WatchKind kind = WatchKind::folder;
  std::string rel_path;
  auto operator<=>(const Watch&) const = default;
};

struct RootedWatch {
  std::size_t root = 0;  // index among the watched roots
  Watch watch;
};

class WatchMap {
 public:
  explicit WatchMap(std::size_t root_count) : by_root_(root_count) {}

  const std::vector<Watch>& of_root(std::size_t root) const { return by_root_[root]; }
  // All places of the watch; empty if it is not one of ours.
  const std::vector<RootedWatch>& of_number(int number) const;

  // Makes `watches` the root's. True if other folders are watched than before, or different ones
  // under the same names.
  bool replace(std::size_t root, std::vector<Watch> watches);

 private:
  void index_by_number();

  std::vector<std::vector<Watch>> by_root_;
  std::unordered_map<int, std::vector<RootedWatch>> by_number_;
};

struct PendingChanges {
  std::set<std::size_t> changed_roots;
  std::set<std::size_t> roots_to_walk;  // to find out which folders exist now
  bool events_lost = false;             // the queue overflowed, or a disk was unmounted
  bool empty() const { return changed_roots.empty() && roots_to_walk.empty() && !events_lost; }
};

// Adds to `pending` what the event says. Adds too much rather than too little: the next walk finds
// out whether a note is new, ignored or unchanged.
void read_event(const WatchEvent& event, const WatchMap& watches,
                const std::vector<WatchedRoot>& roots, PendingChanges& pending);

}  // namespace notes

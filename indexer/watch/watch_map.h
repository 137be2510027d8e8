// SPDX-License-Identifier: GPL-2.0-or-later
// Which watch of the queue stands for which place below which root, and so what an event means. One
// watch may stand for several places: roots overlap, and links lead to the same file. Makes no
// system calls.
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
  folder,          // rel_path: of the folder
  folder_of_root,  // the folder that holds a root that is a file; rel_path: the file's name
  link_target,     // rel_path: of the note that is a link
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
  // All that the watch stands for; empty when it is none of ours.
  const std::vector<RootedWatch>& of_number(int number) const;

  // Makes `watches` the root's. True when other folders are watched than before, or other ones
  // under the same names.
  bool replace(std::size_t root, std::vector<Watch> watches);

 private:
  void index_by_number();

  std::vector<std::vector<Watch>> by_root_;
  std::unordered_map<int, std::vector<RootedWatch>> by_number_;
};

struct PendingChanges {
  std::set<std::size_t> changed_roots;
  std::set<std::size_t> roots_to_walk;  // to learn which folders there are now
  bool events_lost = false;             // the queue ran over, or a disk was unmounted
  bool empty() const { return changed_roots.empty() && roots_to_walk.empty() && !events_lost; }
};

// Adds to `pending` what the event says. Rather too much than too little: whether a note is new,
// ignored, or the same as before is for the next walk to find out.
void read_event(const WatchEvent& event, const WatchMap& watches,
                const std::vector<WatchedRoot>& roots, PendingChanges& pending);

}  // namespace notes

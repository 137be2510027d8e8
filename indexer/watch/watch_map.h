// SPDX-License-Identifier: GPL-2.0-or-later
// Which watch of the queue stands for which place below which root. One watch may stand for several
// places: roots overlap, and links lead to the same file. Makes no system calls.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/watch/changes.h"

namespace notes {

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
  std::size_t root = 0;
  Watch watch;
};

class WatchMap {
 public:
  explicit WatchMap(std::size_t root_count) : by_root_(root_count) {}

  const std::vector<Watch>& of_root(std::size_t root) const { return by_root_[root]; }
  // All that the watch stands for; empty when it is none of ours.
  const std::vector<RootedWatch>& of_number(int number) const;

  // Makes `watches` the root's. Returns the folders that were not watched before, that no longer
  // are, and those under whose name another folder stands now.
  std::set<ChangedPlace> replace(std::size_t root, std::vector<Watch> watches);

 private:
  void index_by_number();

  std::vector<std::vector<Watch>> by_root_;
  std::unordered_map<int, std::vector<RootedWatch>> by_number_;
};

}  // namespace notes

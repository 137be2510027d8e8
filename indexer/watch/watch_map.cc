// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_map.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace notes {
namespace {

std::set<Watch> folders_of(const std::vector<Watch>& watches) {
  std::set<Watch> folders;
  for (const Watch& watch : watches)
    if (watch.kind == WatchKind::folder) folders.insert(watch);
  return folders;
}

}  // namespace

const std::vector<RootedWatch>& WatchMap::of_number(int number) const {
  static const std::vector<RootedWatch> kNone;
  const auto found = by_number_.find(number);
  return found == by_number_.end() ? kNone : found->second;
}

std::set<ChangedPlace> WatchMap::replace(std::size_t root, std::vector<Watch> watches) {
  const std::set<Watch> before = folders_of(by_root_[root]);
  const std::set<Watch> after = folders_of(watches);
  std::vector<Watch> changed;
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::back_inserter(changed));
  by_root_[root] = std::move(watches);
  index_by_number();
  std::set<ChangedPlace> places;
  for (const Watch& watch : changed) places.insert({root, watch.rel_path});
  return places;
}

void WatchMap::index_by_number() {
  by_number_.clear();
  for (std::size_t root = 0; root < by_root_.size(); ++root)
    for (const Watch& watch : by_root_[root]) by_number_[watch.number].push_back({root, watch});
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What a watcher tells: the places below its roots that may have changed.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/scan/find_rules.h"

namespace notes {

struct WatchedRoot {
  std::string path;  // absolute; a folder or a note
  FindRules rules;
};

// A note, or a folder with all that is below it; it may exist, or no longer.
struct ChangedPlace {
  std::size_t root = 0;  // index among the watched roots
  std::string rel_path;  // "" for the whole root
  auto operator<=>(const ChangedPlace&) const = default;
};

struct Changes {
  std::vector<ChangedPlace> places;  // in order, none inside another
  bool rescan_everything = false;    // what changed is not known: places are not all
  bool stopped = false;
  std::vector<Diagnostic> diagnostics;

  bool empty() const {
    return places.empty() && !rescan_everything && !stopped && diagnostics.empty();
  }
};

}  // namespace notes

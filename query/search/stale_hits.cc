// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/stale_hits.h"

#include <algorithm>

#include "common/index/freshness.h"

namespace notes {

bool any_stale(const OpenIndex& index, const std::vector<Hit>& hits) {
  if (std::ranges::any_of(hits, &Hit::stale)) return true;
  NotePaths notes;
  for (const Hit& hit : hits) notes[hit.section.root].insert(hit.section.rel_path);
  return any_changed(index, notes);
}

}  // namespace notes

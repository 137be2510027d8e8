// SPDX-License-Identifier: GPL-2.0-or-later
// Whether hits can be trusted: are their notes still those that were indexed?
#pragma once

#include <vector>

#include "query/search/hit.h"

namespace notes {

struct OpenIndex;

// Also when a hit's own text is as it was and its note changed elsewhere: something may be missing.
bool any_stale(const OpenIndex& index, const std::vector<Hit>& hits);

}  // namespace notes

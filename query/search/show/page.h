// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the requested page of hits, and finds out whether the index was right about it.
#pragma once

#include <vector>

#include "query/search/match/matching.h"

namespace notes {

// Adds the hits of the requested page to `result`. Every page leaves out sections of notes that no
// longer exist or are on a disk that is not mounted, and counts those it meets. Returns whether no
// section was left out, on this page or before it.
bool fill_page(const PlannedSearch& search, const std::vector<Candidate>& candidates,
               SearchResult& result);

// Whether a hit is gone or its note has changed, so that something may be missing.
bool is_stale(const SearchResult& result, const OpenIndex& index);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What --recency and --group do to candidates, which come in rank order from the first one on. All
// pages are cut from the same blocks of them, so pages agree.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

// What is put in another order is put so within blocks of so many candidates: a page must not
// depend on how far the search went for it.
std::size_t block_size(const SearchRequest& request);

// How many candidates to look at when `enough` would do for the page that is asked for: whole
// blocks.
std::size_t window_size(const SearchRequest& request, std::size_t enough);

// A section of today, or dated later, keeps its score; one without a date keeps half of it; of any
// other the second half halves every request.recency_days. So a date never outweighs a match that
// is twice as good.
void favour_recent(std::span<Candidate> candidates, const SearchRequest& request);

// The best of each thread or note, with the number of the others.
std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping);

}  // namespace notes

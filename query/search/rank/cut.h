// SPDX-License-Identifier: GPL-2.0-or-later
// How far down a search looks, and what is left of the folded candidates: where full matches
// suffice the others go, and under --group the best of each group stands for it.
#pragma once

#include <cstddef>
#include <vector>

#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

// The boosts put so many candidates of a match in order, the ones that the index ranks first. What
// stands behind them stays as the index ranks it, so that pages agree however far they reach.
std::size_t boosted_size(const SearchRequest& request);

// How many candidates to look at for the page asked for: whole blocks of boosted_size.
std::size_t window_size(const SearchRequest& request);

std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request);

// The best of each thread or note, with the number of the others.
std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping);

}  // namespace notes

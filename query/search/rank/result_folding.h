// SPDX-License-Identifier: GPL-2.0-or-later
// How far down a search looks. Folds what would be shown twice: a section and the one that encloses
// it, and twins. Cuts what is left: where full matches suffice the others go, and under --group the
// best of each group stands for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

// Which of two nested candidates stands for both: the better ranked, or, where there is nothing to
// rank by, the topmost of its branch.
enum class Folding : std::uint8_t { best, topmost };

// `candidates` are in rank order from the first one on. Of matches that are spread below, the lower
// is the better. A section whose title has all of the words stands before those below it, which are
// hits of their own.
std::vector<Candidate> fold(const std::vector<Candidate>& candidates, Folding folding);

// How many candidates of a match the boosts put in order: those that the index ranks first. The
// rest keep the order of the index, so that pages agree however far they reach.
std::size_t boosted_size(const SearchRequest& request);

// How many candidates to look at for the page asked for: whole blocks of boosted_size.
std::size_t window_size(const SearchRequest& request);

std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request);

// The best of each thread or note, with the number of the others.
std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping);

}  // namespace notes

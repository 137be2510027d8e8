// SPDX-License-Identifier: GPL-2.0-or-later
// Folds what would be shown twice: nested sections and twins. Then cuts the list: drops partial
// matches if there are enough full ones, and with --group keeps the best of each group. Also
// decides how many candidates a search looks at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "query/search/rank/candidate.h"
#include "query/search/search_request.h"

namespace notes {

// Which of two nested candidates to keep: the one with the better rank, or, if there is nothing to
// rank by, the topmost of its branch.
enum class Folding : std::uint8_t { best, topmost };

// `candidates` are in rank order, from the first. Of two matches that are spread over sections
// below, the lower one is kept. A section whose title has all of the words comes before the hits
// below it, which are kept too.
std::vector<Candidate> fold(const std::vector<Candidate>& candidates, Folding folding);

// How many candidates the boosts reorder: the first ones in the order of the index. The rest keep
// that order, so that pages agree.
std::size_t boosted_size(const SearchRequest& request);

// How many candidates to look at for the requested page, in whole blocks of boosted_size.
std::size_t window_size(const SearchRequest& request);

// Whether these full matches leave no place for partial ones.
bool fills_page(const std::vector<Candidate>& full, const SearchRequest& request);

std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request);

// The best section of each thread or note, with the number of others.
std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping);

}  // namespace notes

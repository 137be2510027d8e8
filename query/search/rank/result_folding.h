// SPDX-License-Identifier: GPL-2.0-or-later
// Folds what would be shown twice: nested sections and twins. Then cuts the list: drops partial
// matches if there are enough full ones, and with --group keeps the best of each group. Also
// decides how many candidates a search looks at.
#pragma once

#include <cstddef>
#include <vector>

#include "query/search/match/matching.h"

namespace notes {

// The matches in the order of the list, ranked, folded and cut.
std::vector<Candidate> arrange(const std::vector<StageMatches>& matches,
                               const PlannedSearch& search);

// How many candidates the boosts reorder: the first ones in the order of the index. The rest keep
// that order, so that pages agree.
std::size_t boosted_size(const SearchRequest& request);

// How many candidates to look at for the requested page, in whole blocks of boosted_size.
std::size_t window_size(const SearchRequest& request);

// Whether these full matches leave no place for partial ones.
bool fills_page(const std::vector<Candidate>& full, const SearchRequest& request);

// Leaves out partial matches if there are enough full ones, and keeps the best section of each
// group, with the number of others.
std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request);

}  // namespace notes

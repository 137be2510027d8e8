// SPDX-License-Identifier: GPL-2.0-or-later
// Folds what would be shown twice: a section and the one that encloses it, and twins.
#pragma once

#include <cstdint>
#include <vector>

#include "query/search/rank/candidate.h"

namespace notes {

// Which of two nested candidates stands for both: the better ranked, or, where there is nothing to
// rank by, the topmost of its branch.
enum class Folding : std::uint8_t { best, topmost };

// `candidates` are in rank order from the first one on. Of matches that are spread below, the lower
// is the better. A section whose title has all of the words stands before those below it, which are
// hits of their own.
std::vector<Candidate> fold(const std::vector<Candidate>& candidates, Folding folding);

}  // namespace notes

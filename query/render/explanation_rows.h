// SPDX-License-Identifier: GPL-2.0-or-later
// --explain in text output: what the search did, and what made up each score.
#pragma once

#include <string>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

// One `# …` row per line of the result's explanation. Printable, at full length.
std::vector<std::string> explanation_rows(const SearchResult& result);

// Why `hit` comes before `later`, although `later` scores more.
std::string order_reason(const SearchResult& result, const Hit& hit, const Hit& later);

// The score and its parts, one per row, in aligned columns. Printable, at full length.
std::vector<std::string> score_rows(const Hit& hit);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// --explain in text output: what the search did, and what each ingredient gave to a score.
#pragma once

#include <string>
#include <vector>

#include "query/search/show/hit.h"

namespace notes {

// One `# …` row per line of the result's explanation. Printable, not cut.
std::vector<std::string> explanation_rows(const SearchResult& result);

// Why a hit stands above a later one that scores more; both are of the result.
std::string order_reason(const SearchResult& result, const Hit& hit, const Hit& later);

// The score and its parts, one a row, in aligned columns. Printable, not cut.
std::vector<std::string> score_rows(const Hit& hit);

}  // namespace notes

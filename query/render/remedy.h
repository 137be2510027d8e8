// SPDX-License-Identifier: GPL-2.0-or-later
// What to try when a query found nothing, in the query's own words.
#pragma once

#include <string>

#include "query/search/show/hit.h"

namespace notes {

// "try fewer or other words, or the beginning of one with a star, like sourd*"
std::string remedy(const SearchResult& result);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Messages about a result: how the query was read, which words no section has, what to try next.
// A terminal shows them around the hits; otherwise they go to stderr.
#pragma once

#include <string>

#include "query/search/search.h"

namespace notes {

// Printable lines, each with a newline. Empty if there is nothing to say.
struct Advice {
  std::string above;  // what was corrected, relaxed or left out, or why there are no hits
  std::string below;  // how to see more than this page
};

// Unless it is `for_people`, leaves out how to see more: programs page through the rows.
Advice advice_on(const SearchResult& result, bool for_people = true);

// What to try if a query found nothing: "try fewer or other words, or the start of one with a star,
// like sourd*". Empty if there is nothing more to say.
std::string remedy(const Obstacle& obstacle);

}  // namespace notes

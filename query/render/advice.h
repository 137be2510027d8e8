// SPDX-License-Identifier: GPL-2.0-or-later
// What to tell people beside a result: how the query was read, what no section has, what to try
// next. On a terminal it stands around the hits; elsewhere it goes to stderr, apart from the data.
#pragma once

#include <string>

#include "query/search/show/hit.h"

namespace notes {

// Printable lines, each with a newline; empty when there is nothing to say.
struct Advice {
  std::string above;  // what was corrected, relaxed or left out, or why there are no hits
  std::string below;  // how to see more than this page
};

// Programs page through the rows, so nothing is said to them about more.
Advice advice_on(const SearchResult& result, bool for_people = true);

}  // namespace notes

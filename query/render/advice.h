// SPDX-License-Identifier: GPL-2.0-or-later
// What to tell people on stderr beside a result: how the query was read, what no section has, what
// to try next. Never part of the data on stdout.
#pragma once

#include <string>

#include "query/search/show/hit.h"

namespace notes {

// Printable lines, each with a newline; empty when there is nothing to say.
// What stands behind the page is said to people: programs go through the rows.
std::string advice_text(const SearchResult& result, bool for_people = true);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Sections that have all the words of a query when what stands below them counts too. Joined when
// asked: no document repeats what stands below it, so none swells or changes with it.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/search/words/query_words.h"

namespace notes {

// Without weights. A phrase must stand in one of them. The join is made when the query is run.
Xapian::Query has_words_spread(const std::vector<QueryWord>& words);

}  // namespace notes

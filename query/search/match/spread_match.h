// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections that have all words of a query together with the sections below them. It joins
// them at query time, so no document repeats the text of the sections below it.
#pragma once

#include <vector>

#include <xapian.h>

#include "query/search/words/query_words.h"

namespace notes {

// Has no weights. A phrase must be in one section. The join is made when the query runs.
Xapian::Query has_words_spread(const std::vector<QueryWord>& words);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Asks a query of a test's index, on 1 March 2024.
#pragma once

#include <string>

#include "query/search/search.h"
#include "tests/support/temp_index.h"

namespace notes {

inline SearchResult ask(const TempIndex& index, const std::string& query,
                        SearchRequest request = {}) {
  request.index_directory = index.directory();
  request.query = query;
  request.today = {2024, 3, 1};
  return search(index.open(), parse_request(request), request);
}

}  // namespace notes

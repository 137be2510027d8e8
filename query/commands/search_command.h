// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an index that is current: refreshes it first when notes changed, and again when a hit
// turns out to be stale.
#pragma once

#include <string>
#include <vector>

#include "common/day.h"
#include "query/search/hit.h"
#include "query/search/search_request.h"

namespace notes {

enum class RefreshMode : std::uint8_t { automatic, always, never };

struct SearchCommand {
  std::string index_directory;
  std::string query;
  std::vector<std::string> conditions;  // `field:value` that hold beside the query, whatever it is
  CivilDay today;
  RefreshMode refresh = RefreshMode::automatic;
  SearchRequest request;
};

// Deleted notes are left out of the result; changed ones that could not be indexed again are
// marked.
SearchResult run_search(const SearchCommand& command);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an index that is current: refreshes it first when notes changed, and again when a hit
// turns out to be stale.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "common/day.h"
#include "query/commands/index_refresh.h"
#include "query/language/query_parser.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

struct SearchCommand {
  std::string index_directory;
  std::string query;
  std::vector<std::string> conditions;  // `field:value` that hold beside the query, whatever it is
  CivilDay today;
  RefreshMode refresh = RefreshMode::automatic;
  Typing typing = Typing::may_go_on;
  SearchRequest request;
  SynonymSets synonyms;
};

// The query and the conditions as one tree. Throws Error for a bad field value.
ParsedQuery parse_command(const SearchCommand& command);

// Deleted notes are left out of the result; changed ones that could not be indexed again are
// marked.
SearchResult run_search(const SearchCommand& command);

// The same around another search of that index.
SearchResult fresh_result(const SearchCommand& command,
                          const std::function<SearchResult()>& search_index);

}  // namespace notes

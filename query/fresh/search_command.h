// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an up-to-date index: refreshes it first if notes changed, and again if a hit turns out
// to be stale.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"
#include "query/fresh/index_refresh.h"
#include "query/language/query_parser.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

struct SearchCommand {
  std::string index_directory;
  std::string query;
  std::vector<std::string> conditions;  // `field:value`, always required in addition to the query
  CivilDay today;
  RefreshMode refresh = RefreshMode::automatic;
  Typing typing = Typing::may_go_on;
  SearchRequest request;
  SynonymSets synonyms;
};

// Parses the query and the conditions into one tree. Throws Error for a bad field value.
ParsedQuery parse_command(const SearchCommand& command);

IndexRefresh refresh_for(const SearchCommand& command);

// Leaves deleted notes out of the result and marks changed notes that could not be indexed again.
SearchResult run_search(const SearchCommand& command, IndexRefresh& refresh);
SearchResult run_search(const SearchCommand& command);  // with a refresh of its own

// The same, but runs `search_index` as the search.
SearchResult fresh_result(IndexRefresh& refresh, const std::function<SearchResult()>& search_index);

// The condition `field:value`, the value in quotes where the query language would otherwise cut it.
// `option` is what messages call it.
std::string condition_text(std::string_view option, std::string_view field_name,
                           const std::string& value);

// By the clock, or NOTES_TODAY.
CivilDay today();

}  // namespace notes

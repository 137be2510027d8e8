// SPDX-License-Identifier: GPL-2.0-or-later
// Searches an up-to-date index: refreshes it first if notes changed, and again if a hit turns out
// to be stale.
#pragma once

#include <functional>
#include <optional>
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

// Conditions given by name, outside the query.
struct NamedConditions {
  std::optional<std::string> level;
  std::optional<std::string> after;
  std::optional<std::string> before;
  std::vector<std::string> tags;
  std::vector<std::string> paths;
};

// As `field:value`. `dashes` is what messages put before a name: "--" for options.
std::vector<std::string> condition_texts(const NamedConditions& named, const std::string& dashes);

// By the clock, or NOTES_TODAY.
CivilDay today();

}  // namespace notes

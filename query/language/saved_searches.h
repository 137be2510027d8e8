// SPDX-License-Identifier: GPL-2.0-or-later
// Named searches from the user's config: `@name` in a query is replaced by the search. This happens
// before parsing, so a query of one `@name` is read as if the search had been typed.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace notes {

using SavedSearches = std::map<std::string, std::string, std::less<>>;  // name to query

// One or more letters, digits, '-' and '_'.
bool is_search_name(std::string_view name);

// Replaces every word `@name` outside quotes with the search of that name. A search may contain
// others but not itself: its own name stays a word. Operators and an exclusion, as in `-@name`,
// apply to the whole search.
std::string with_saved_searches(std::string_view query, const SavedSearches& searches);

// Completes a last word `@na` to the first name that starts with it.
std::string with_whole_search_name(std::string query, const SavedSearches& searches);

}  // namespace notes

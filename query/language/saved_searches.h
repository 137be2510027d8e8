// SPDX-License-Identifier: GPL-2.0-or-later
// Searches the user gave a name to: `@name` in a query stands for one of them. They are put in
// place before the query is read, so that alone they are read as if they had been typed.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace notes {

using SavedSearches = std::map<std::string, std::string, std::less<>>;  // name to query

// Letters, digits, '-' and '_', and at least one of them.
bool is_search_name(std::string_view name);

// The query with every word `@name`, outside quotes, replaced by the search of that name; any other
// word stays as it is. A search may hold others, but not itself: a name inside its own search stays
// a word. Operators and an exclusion, as in `-@name`, apply to the search as a whole.
std::string with_saved_searches(std::string_view query, const SavedSearches& searches);

// The query with a last word `@na` that is the start of a name written out, the first such name.
std::string with_whole_search_name(std::string query, const SavedSearches& searches);

}  // namespace notes

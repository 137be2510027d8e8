// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections that share a section's distinctive words. Leaves out the section itself, those
// around and below it, and its twins.
#pragma once

#include <optional>
#include <string>

#include "query/language/query_node.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

struct OpenIndex;

// `name` as for find_section; nothing if there is no such section. Only returns sections that meet
// the `conditions`.
std::optional<SearchResult> find_similar(const OpenIndex& index, const std::string& name,
                                         const ParsedQuery& conditions,
                                         const SearchRequest& request);

}  // namespace notes

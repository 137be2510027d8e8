// SPDX-License-Identifier: GPL-2.0-or-later
// More like this: the sections that share most of what sets one section apart. The section itself,
// those around and below it, and its twins are no answer.
#pragma once

#include <optional>
#include <string>

#include "query/language/query_node.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

struct OpenIndex;

// `name` as for find_section; nothing when there is no such section. Only sections that meet
// `conditions`, when there are any.
std::optional<SearchResult> find_similar(const OpenIndex& index, const std::string& name,
                                         const ParsedQuery& conditions,
                                         const SearchRequest& request);

}  // namespace notes

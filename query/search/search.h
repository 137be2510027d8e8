// SPDX-License-Identifier: GPL-2.0-or-later
// Answers a parsed query from an index: plan, match, fold, then read the notes for snippets.
#pragma once

#include "query/language/query_node.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

// Throws Error: no_index, damaged_index, wrong_schema and what else index_error makes.
// `parsed` is the request's query, see parse_request.
SearchResult search(const ParsedQuery& parsed, const SearchRequest& request);

}  // namespace notes

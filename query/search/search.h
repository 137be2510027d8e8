// SPDX-License-Identifier: GPL-2.0-or-later
// Answers a parsed query from an index: plans, matches, folds, and reads the notes for snippets.
#pragma once

#include "query/language/query_node.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"

namespace notes {

// Throws Error: no_index, damaged_index, wrong_schema and others that index_error makes.
// `parsed` comes from parse_request for this request.
SearchResult search(const ParsedQuery& parsed, const SearchRequest& request);

}  // namespace notes

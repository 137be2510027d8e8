// SPDX-License-Identifier: GPL-2.0-or-later
// Builds the inner nodes of a query tree in normal form: only exclude has a single child, and no
// all is a child of all, no any of any, no exclude of exclude.
#pragma once

#include <cstdint>
#include <vector>

#include "query/language/query_node.h"

namespace notes {

// `children` is not empty and is in query order.
QueryNode all_of(std::vector<QueryNode> children);
QueryNode any_of(std::vector<QueryNode> children);
QueryNode near_of(std::vector<QueryNode> words, int distance);

// `begin` is the byte of the minus or NOT.
QueryNode not_of(QueryNode node, std::uint32_t begin);

}  // namespace notes

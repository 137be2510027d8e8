// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the inner nodes of a query tree in their one normal form: no node with a single child but
// exclude, no all in all, no any in any, no exclude of an exclude.
#pragma once

#include <cstdint>
#include <vector>

#include "query/language/query_node.h"

namespace notes {

// `children` are not empty, and in the order of the query.
QueryNode all_of(std::vector<QueryNode> children);
QueryNode any_of(std::vector<QueryNode> children);
QueryNode near_of(std::vector<QueryNode> words, int distance);

// `begin` is where the minus or NOT stands.
QueryNode not_of(QueryNode node, std::uint32_t begin);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Compares the trees of two queries.
#pragma once

#include <algorithm>

#include "query/language/query_parser.h"

namespace notes {

// Ignores where the parts were typed, and which words are stop words.
inline bool same_tree(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.text == b.text && a.distance == b.distance &&
         a.condition == b.condition && std::ranges::equal(a.children, b.children, same_tree);
}

}  // namespace notes

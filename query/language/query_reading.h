// SPDX-License-Identifier: GPL-2.0-or-later
// Decides how to match a query (see Reading), and says why.
#pragma once

#include <string>

#include "query/language/query_node.h"
#include "query/language/query_structure.h"

namespace notes {

struct ReadingChoice {
  Reading reading = Reading::filters;
  std::string reason;
};

// `root` is the tree of `structure`.
ReadingChoice choose_reading(const QueryNode& root, const QueryStructure& structure);

}  // namespace notes

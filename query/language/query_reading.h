// SPDX-License-Identifier: GPL-2.0-or-later
// Decides how to match a query (see Reading), and says why.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/language/query_node.h"

namespace notes {

struct ReadingChoice {
  Reading reading = Reading::filters;
  std::string reason;
};

struct ReadingClues {
  std::vector<std::string_view> operators;  // those that count as operators
  bool asks = false;                        // there is a question mark
};

ReadingChoice choose_reading(const QueryNode& root, const ReadingClues& clues);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Decides which operators and parentheses of a query count. The result is a well-formed
// expression: every operator has its operands, and every group is closed, not empty and not
// deeper than kDeepestGroup.
#pragma once

#include <string_view>
#include <vector>

#include "query/language/query_lexer.h"
#include "query/language/query_messages.h"

namespace notes {

inline constexpr std::size_t kDeepestGroup = 50;

struct QueryStructure {
  std::vector<Token> tokens;
  // AND, OR, NOT, NEAR outside -( ) and field:( ), each once, in order of first use.
  std::vector<std::string_view> operators;
  bool asks = false;  // has a question mark, see LexedQuery
};

QueryStructure find_structure(const LexedQuery& query, Remarks& remarks);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Decides which operators and parentheses of a query count. The result is a well-formed
// expression: every operator has its operands, every group is closed, not empty and needed, and
// none is deeper than kDeepestGroup.
#pragma once

#include <string_view>
#include <vector>

#include "query/language/query_lexer.h"
#include "query/language/query_remarks.h"

namespace notes {

inline constexpr std::size_t kDeepestGroup = 50;

struct QueryStructure {
  std::vector<Token> tokens;
  // AND, OR, NOT, NEAR outside -( ) and field:( ), each once, in order of first use.
  std::vector<std::string_view> operators;
};

QueryStructure find_structure(const LexedQuery& query, Remarks& remarks);

}  // namespace notes

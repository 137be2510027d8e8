// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs the parentheses of a query, and later drops those that make no difference. In a sentence
// none does: they are text there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/language/query_lexer.h"
#include "query/language/query_remarks.h"

namespace notes {

struct ParenthesisFaults {
  std::vector<std::uint32_t> unclosed;  // bytes
  std::vector<std::uint32_t> surplus;
};

// Drops a `)` that closes nothing and groups that hold nothing, closes what is open at the end.
std::vector<Token> pair_parentheses(const std::vector<Token>& tokens, ParenthesisFaults& faults);

void remark_on(const ParenthesisFaults& faults, Remarks& remarks);

// Keeps -( ), field:( ), groups behind NOT and groups with an OR of their own, up to
// kDeepestGroup: blanks and AND bind tighter than OR, so that any other pair can go. The operators
// are resolved already. Linear, and what bounds the depth of the tree.
std::vector<Token> drop_needless_parentheses(const std::vector<Token>& tokens, Remarks& remarks);

}  // namespace notes

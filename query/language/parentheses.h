// SPDX-License-Identifier: GPL-2.0-or-later
// Pairs the parentheses of a query and drops the pairs that make no difference. In a plain sentence
// that is all of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/language/query_lexer.h"
#include "query/language/query_remarks.h"

namespace notes {

struct ParenthesisFaults {
  std::vector<std::uint32_t> unclosed;  // byte positions
  std::vector<std::uint32_t> surplus;
};

// Drops every `)` that closes nothing and every empty group, and closes groups open at the end.
std::vector<Token> pair_parentheses(const std::vector<Token>& tokens, ParenthesisFaults& faults);

void remark_on(const ParenthesisFaults& faults, Remarks& remarks);

// Keeps -( ), field:( ), groups after NOT and groups that contain an OR, down to kDeepestGroup.
// Blanks and AND bind tighter than OR, so any other pair can go. Expects resolved operators. Runs
// in linear time and bounds the depth of the tree.
std::vector<Token> drop_needless_parentheses(const std::vector<Token>& tokens, Remarks& remarks);

}  // namespace notes

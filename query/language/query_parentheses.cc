// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>

#include "query/language/query_lexer.h"

namespace notes {
namespace {

struct OpenGroup {
  std::size_t index = 0;  // of its token, among those that are kept
  std::uint32_t byte = 0;
  bool is_dropped = false;
};

// Closes the innermost group of `paired`, or removes it if it is empty.
void close_group(std::vector<Token>& paired, std::vector<OpenGroup>& open, const Token& close) {
  const OpenGroup group = open.back();
  open.pop_back();
  if (group.is_dropped) return;
  if (group.index + 1 == paired.size())
    paired.pop_back();
  else
    paired.push_back(close);
}

void open_group(std::vector<Token>& paired, std::vector<OpenGroup>& open, const Token& token,
                ParenthesisFaults& faults) {
  const bool is_too_deep = open.size() >= kDeepestGroup;
  open.push_back({paired.size(), token.typed.end - 1, is_too_deep});
  if (!is_too_deep)
    paired.push_back(token);
  else if (faults.too_deep == 0)
    faults.too_deep = token.typed.end;
}

std::string sentence_about(const std::vector<std::uint32_t>& bytes, const std::string& one,
                           const std::string& many) {
  const std::string column = std::to_string(bytes.front() + 1);
  if (bytes.size() == 1) return "the parenthesis at column " + column + one;
  return std::to_string(bytes.size()) + " parentheses, the first at column " + column + "," + many;
}

}  // namespace

std::vector<Token> pair_parentheses(const std::vector<Token>& tokens, ParenthesisFaults& faults) {
  std::vector<Token> paired;
  std::vector<OpenGroup> open;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::open)
      open_group(paired, open, token, faults);
    else if (token.kind != TokenKind::close)
      paired.push_back(token);
    else if (!open.empty())
      close_group(paired, open, token);
    else
      faults.surplus.push_back(token.typed.begin);
  }
  for (const OpenGroup& group : open) faults.unclosed.push_back(group.byte);
  Token close;
  close.kind = TokenKind::close;
  if (!tokens.empty()) close.typed = {tokens.back().typed.end, tokens.back().typed.end};
  while (!open.empty()) close_group(paired, open, close);
  return paired;
}

void remark_on(const ParenthesisFaults& faults, Remarks& remarks) {
  if (!faults.unclosed.empty())
    remarks.add_unclosed(sentence_about(faults.unclosed, " is not closed; read to the end",
                                        " are not closed; read to the end"));
  if (!faults.surplus.empty())
    remarks.add(sentence_about(faults.surplus, " closes nothing and is ignored",
                               " close nothing and are ignored"));
  if (faults.too_deep > 0)
    remarks.add("parentheses nested deeper than " + std::to_string(kDeepestGroup) +
                " are ignored, the first at column " + std::to_string(faults.too_deep));
}

}  // namespace notes

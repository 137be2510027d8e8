// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/parentheses.h"

#include "query/language/query_structure.h"

namespace notes {
namespace {

// Closes the innermost group of `paired`, or removes it if it is empty.
void close_group(std::vector<Token>& paired, std::vector<std::size_t>& open, const Token& close) {
  if (open.back() + 1 == paired.size())
    paired.pop_back();
  else
    paired.push_back(close);
  open.pop_back();
}

struct Pair {
  std::size_t open = 0;
  std::size_t close = 0;
  bool is_needed = false;
};

std::vector<Pair> find_pairs(const std::vector<Token>& tokens) {
  std::vector<Pair> pairs;
  std::vector<std::size_t> open;  // indices into pairs
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::open) {
      const bool negated =
          tokens[i].excluded || (i > 0 && tokens[i - 1].kind == TokenKind::not_operator);
      open.push_back(pairs.size());
      pairs.push_back({i, 0, negated || tokens[i].name});
    } else if (kind == TokenKind::close) {
      pairs[open.back()].close = i;
      open.pop_back();
    } else if (kind == TokenKind::or_operator && !open.empty()) {
      pairs[open.back()].is_needed = true;
    }
  }
  return pairs;
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
  std::vector<std::size_t> open;  // indices into paired
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::close && open.empty()) {
      faults.surplus.push_back(token.typed.begin);
    } else if (token.kind == TokenKind::close) {
      close_group(paired, open, token);
    } else {
      if (token.kind == TokenKind::open) open.push_back(paired.size());
      paired.push_back(token);
    }
  }
  for (const std::size_t index : open) faults.unclosed.push_back(paired[index].typed.end - 1);
  Token close;
  close.kind = TokenKind::close;
  close.typed =
      tokens.empty() ? ByteRange{} : ByteRange{tokens.back().typed.end, tokens.back().typed.end};
  while (!open.empty()) close_group(paired, open, close);
  return paired;
}

void remark_on(const ParenthesisFaults& faults, Remarks& remarks) {
  if (!faults.unclosed.empty())
    remarks.add(sentence_about(faults.unclosed, " is not closed; read to the end",
                               " are not closed; read to the end"));
  if (!faults.surplus.empty())
    remarks.add(sentence_about(faults.surplus, " closes nothing and is ignored",
                               " close nothing and are ignored"));
}

std::vector<Token> drop_needless_parentheses(const std::vector<Token>& tokens, Remarks& remarks) {
  std::vector<bool> dropped(tokens.size());
  std::vector<std::size_t> kept_closes;  // of the enclosing groups, innermost last
  bool too_deep = false;
  for (const Pair& pair : find_pairs(tokens)) {  // in the order they open
    while (!kept_closes.empty() && kept_closes.back() < pair.open) kept_closes.pop_back();
    const bool has_room = kept_closes.size() < kDeepestGroup;
    if (pair.is_needed && !has_room && !too_deep)
      remarks.add("parentheses nested deeper than " + std::to_string(kDeepestGroup) +
                  " are ignored, the first at column " +
                  std::to_string(tokens[pair.open].typed.end));
    too_deep = too_deep || (pair.is_needed && !has_room);
    if (pair.is_needed && has_room)
      kept_closes.push_back(pair.close);
    else
      dropped[pair.open] = dropped[pair.close] = true;
  }
  std::vector<Token> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!dropped[i]) kept.push_back(tokens[i]);
  return kept;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/joined.h"
#include "query/language/query_characters.h"
#include "query/language/query_lexer.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

// The only token of the text.
std::optional<Token> lone_token(std::string_view text) {
  Remarks ignored(text, Typing::finished);
  const auto tokens = lex_query(text, CivilDay{}, Typing::finished, ignored).tokens;
  return tokens.size() == 1 ? std::optional(tokens.front()) : std::nullopt;
}

// Adds a comma to the word OR and the like, so that they do not parse as operators. The comma is
// not part of the word.
std::string word_text(const std::string& word) {
  const auto token = lone_token(word);
  return token && is_operator(token->kind) ? word + ',' : word;
}

// Adds quotes if the prefix would not parse back without them: "f(x*".
std::string prefix_text(const std::string& beginning) {
  const std::string bare = beginning + "*";
  const auto token = lone_token(bare);
  const bool reads_back = token && token->kind == TokenKind::prefix && token->text == beginning;
  return reads_back ? bare : in_quotes(bare);
}

std::string condition_text(const Condition& condition) {
  const std::string value = condition.text + (condition.begins ? "*" : "");
  return std::string(field(condition.field).name) + ":" +
         (condition.quoted ? in_quotes(value) : value);
}

std::string operands_text(const QueryNode& node, const std::string& between) {
  std::vector<std::string> texts;
  for (const QueryNode& child : node.children) {
    const std::string text = to_query_text(child);
    const bool has_operators = child.children.size() > 1;
    texts.push_back(has_operators ? "(" + text + ")" : text);
  }
  return joined(texts, between);
}

}  // namespace

QueryNode parent_of(NodeKind kind, std::vector<QueryNode> children) {
  if (children.size() == 1) return std::move(children.front());
  QueryNode node;
  node.kind = kind;
  node.typed = {children.front().typed.begin, children.back().typed.end};
  for (QueryNode& child : children) {
    if (child.kind == kind)
      std::ranges::move(child.children, std::back_inserter(node.children));
    else
      node.children.push_back(std::move(child));
  }
  return node;
}

QueryNode not_of(QueryNode node, std::uint32_t begin) {
  const std::uint32_t end = node.typed.end;
  QueryNode negated;
  if (node.kind == NodeKind::exclude) {
    negated = std::move(node.children.front());
  } else {
    negated.kind = NodeKind::exclude;
    negated.children.push_back(std::move(node));
  }
  negated.typed = {begin, end};
  return negated;
}

std::span<const QueryNode> parts_of(const QueryNode& root) {
  return root.kind == NodeKind::all ? std::span(root.children) : std::span(&root, 1);
}

std::string to_query_text(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::word:
      return word_text(node.text);
    case NodeKind::phrase:
      return in_quotes(node.text);
    case NodeKind::prefix:
      return prefix_text(node.text);
    case NodeKind::regex:
      return "re:/" + node.text + "/";
    case NodeKind::near:
      return operands_text(node, " NEAR/" + std::to_string(node.distance) + " ");
    case NodeKind::condition:
      return condition_text(*node.condition);
    case NodeKind::all:
      return operands_text(node, " ");
    case NodeKind::any:
      return operands_text(node, " OR ");
    case NodeKind::exclude:
      return "NOT " + operands_text(node, "");
  }
  return {};
}

}  // namespace notes

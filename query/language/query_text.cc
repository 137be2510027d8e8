// SPDX-License-Identifier: GPL-2.0-or-later

#include "query/language/query_characters.h"
#include "query/language/query_lexer.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

void write(const QueryNode& node, std::string& out);

// The only token of the text.
std::optional<Token> lone_token(std::string_view text) {
  Remarks ignored(text, Typing::finished);
  const auto tokens = lex_query(text, CivilDay{}, Typing::finished, ignored).tokens;
  return tokens.size() == 1 ? std::optional(tokens.front()) : std::nullopt;
}

// Adds a comma to the word OR and the like, so that they do not parse as operators. The comma is
// not part of the word.
void write_word(const std::string& word, std::string& out) {
  const auto token = lone_token(word);
  out += word;
  if (token && is_operator(token->kind)) out += ',';
}

// Adds quotes if the prefix would not parse back without them: "f(x*".
void write_prefix(const std::string& beginning, std::string& out) {
  const std::string bare = beginning + "*";
  const auto token = lone_token(bare);
  const bool reads_back = token && token->kind == TokenKind::prefix && token->text == beginning;
  out += reads_back ? bare : in_quotes(bare);
}

void write_condition(const Condition& condition, std::string& out) {
  const std::string value = condition.text + (condition.begins ? "*" : "");
  out.append(field(condition.field).name).append(":");
  out.append(condition.quoted ? in_quotes(value) : value);
}

bool has_operators(NodeKind kind) {
  return kind == NodeKind::all || kind == NodeKind::any || kind == NodeKind::near;
}

void write_inner(const QueryNode& node, std::string& out) {
  if (has_operators(node.kind)) out += '(';
  write(node, out);
  if (has_operators(node.kind)) out += ')';
}

void write_children(const QueryNode& node, const std::string& separator, std::string& out) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) out += separator;
    write_inner(node.children[i], out);
  }
}

void write(const QueryNode& node, std::string& out) {
  switch (node.kind) {
    case NodeKind::word:
      write_word(node.text, out);
      break;
    case NodeKind::phrase:
      out += in_quotes(node.text);
      break;
    case NodeKind::prefix:
      write_prefix(node.text, out);
      break;
    case NodeKind::regex:
      out.append("re:/").append(node.text).append("/");
      break;
    case NodeKind::near:
      write_children(node, " NEAR/" + std::to_string(node.distance) + " ", out);
      break;
    case NodeKind::condition:
      write_condition(*node.condition, out);
      break;
    case NodeKind::all:
      write_children(node, " ", out);
      break;
    case NodeKind::any:
      write_children(node, " OR ", out);
      break;
    case NodeKind::exclude:
      out += "NOT ";
      write_inner(node.children.front(), out);
      break;
  }
}

}  // namespace

std::string to_query_text(const QueryNode& node) {
  std::string text;
  write(node, text);
  return text;
}

}  // namespace notes

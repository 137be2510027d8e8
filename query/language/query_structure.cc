// SPDX-License-Identifier: GPL-2.0-or-later
// Decides which operators and parentheses of a query count.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "query/language/query_lexer.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

struct ParenthesisFaults {
  std::vector<std::uint32_t> unclosed;  // byte positions
  std::vector<std::uint32_t> surplus;
  std::uint32_t too_deep = 0;  // column of the first; 0 = none
};

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

// Drops every `)` that closes nothing, every empty group and every pair that is too deep, and
// closes groups open at the end.
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

std::string sentence_about(const std::vector<std::uint32_t>& bytes, const std::string& one,
                           const std::string& many) {
  const std::string column = std::to_string(bytes.front() + 1);
  if (bytes.size() == 1) return "the parenthesis at column " + column + one;
  return std::to_string(bytes.size()) + " parentheses, the first at column " + column + "," + many;
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

// For each token, whether an operand follows in its group, ignoring operators.
std::vector<bool> find_operands_ahead(const std::vector<Token>& tokens) {
  std::vector<bool> ahead(tokens.size());
  bool operand_follows = false;
  for (std::size_t i = tokens.size(); i-- > 0;) {
    ahead[i] = operand_follows;
    if (!is_operator(tokens[i].kind)) operand_follows = tokens[i].kind != TokenKind::close;
  }
  return ahead;
}

bool is_plain_word(const Token& token) {
  return token.kind == TokenKind::word && !token.excluded;
}

std::string_view operator_name(TokenKind kind) {
  if (kind == TokenKind::and_operator) return "AND";
  if (kind == TokenKind::or_operator) return "OR";
  return kind == TokenKind::not_operator ? "NOT" : "NEAR";
}

bool is_special(const Token& group) {
  return group.name || group.excluded;
}

// Makes one pass over the tokens and decides for each operator: keep it, make it a word, or drop
// it.
class OperatorResolver {
 public:
  OperatorResolver(std::vector<Token> tokens, bool is_question, Remarks& remarks)
      : tokens_(std::move(tokens)),
        ahead_(find_operands_ahead(tokens_)),
        is_question_(is_question),
        remarks_(remarks) {}

  QueryStructure run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is_operator(tokens_[i].kind))
        resolve(i);
      else
        take(tokens_[i]);
    }
    return std::move(resolved_);
  }

 private:
  void take(const Token& token) {
    if (is_asked_about(token)) {
      remark_on_question("-" + std::string(token.text), token.typed.begin - 1);
      take_as_word(token);
      return;
    }
    if (token.kind == TokenKind::open) groups_.push_back(token);
    if (token.kind == TokenKind::close) groups_.pop_back();
    resolved_.tokens.push_back(token);
  }

  void resolve(std::size_t i) {
    const Token& token = tokens_[i];
    if (is_question_ && !is_in_special_group()) {
      remark_on_question(token.text, token.typed.begin);
      take_as_word(token);
    } else if (!ahead_[i] && !has_left_operand()) {
      take_as_word(token);
    } else if (!ahead_[i]) {
      ignore(token, " has nothing after it and is ignored");
    } else if (token.kind != TokenKind::not_operator) {
      resolve_binary(i);
    } else if (is_after_operator() && resolved_.tokens.back().kind == TokenKind::not_operator) {
      ignore(token, " follows another operator and is ignored");
    } else {
      take_operator(token);
    }
  }

  void resolve_binary(std::size_t i) {
    Token token = tokens_[i];
    if (is_after_operator()) {
      ignore(token, " follows another operator and is ignored");
    } else if (!has_left_operand()) {
      ignore(token, " has nothing before it and is read as a word");
      take_as_word(token);
    } else {
      if (token.kind == TokenKind::near_operator && !joins_words(i)) {
        ignore(token, " is not between two words and is read as AND");
        token.kind = TokenKind::and_operator;
      }
      take_operator(token);
    }
  }

  void take_operator(Token token) {
    const std::string_view name = operator_name(token.kind);
    auto& used = resolved_.operators;
    if (!is_in_special_group() && std::ranges::find(used, name) == used.end()) used.push_back(name);
    resolved_.tokens.push_back(token);
  }

  void take_as_word(Token token) {
    token.kind = TokenKind::word;
    token.excluded = false;
    resolved_.tokens.push_back(token);
  }

  void ignore(const Token& token, std::string_view why) {
    remarks_.add(quoted_place(token.text, token.typed.begin) + std::string(why));
  }

  void remark_on_question(std::string_view typed, std::size_t byte) {
    if (!remarked_on_question_)
      remarks_.add(quoted_place(typed, byte) +
                   " is read as a word, because the query is a question");
    remarked_on_question_ = true;
  }

  // "what does -Wall do?" asks about -Wall and does not exclude it.
  bool is_asked_about(const Token& token) const {
    return is_question_ && token.excluded && token.kind == TokenKind::word &&
           !is_in_special_group();
  }

  bool joins_words(std::size_t i) const {
    const bool is_in_field =
        std::ranges::any_of(groups_, [](const Token& group) { return group.name.has_value(); });
    return !is_in_field && is_plain_word(resolved_.tokens.back()) && i + 1 < tokens_.size() &&
           is_plain_word(tokens_[i + 1]);
  }

  bool is_in_special_group() const { return std::ranges::any_of(groups_, is_special); }
  bool is_after_operator() const {
    return !resolved_.tokens.empty() && is_operator(resolved_.tokens.back().kind);
  }
  bool has_left_operand() const {
    return !resolved_.tokens.empty() && resolved_.tokens.back().kind != TokenKind::open;
  }

  std::vector<Token> tokens_;
  std::vector<bool> ahead_;
  bool is_question_;
  Remarks& remarks_;
  QueryStructure resolved_;
  std::vector<Token> groups_;  // the open groups around the current token
  bool remarked_on_question_ = false;
};

// A question in plain words: "what is the difference between AND and OR?"
bool is_question_in_words(const LexedQuery& query) {
  return query.asks && std::ranges::any_of(query.tokens, [](const Token& token) {
           return token.kind == TokenKind::word && is_stop_word(token.text);
         });
}

bool has_special_group(const std::vector<Token>& tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) {
    return token.kind == TokenKind::open && is_special(token);
  });
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// The only token that is a word or the like, outside the groups of fields. Null if there are more.
Token* find_only_word(std::vector<Token>& tokens) {
  Token* word = nullptr;
  std::size_t groups_inside_field = 0;
  for (Token& token : tokens) {
    const bool is_inside = groups_inside_field > 0;
    if (token.kind == TokenKind::open) {
      groups_inside_field += is_inside || token.name ? 1 : 0;
    } else if (token.kind == TokenKind::close) {
      groups_inside_field -= is_inside ? 1 : 0;
    } else if (!is_inside && token.kind != TokenKind::condition && !is_operator(token.kind)) {
      if (word != nullptr) return nullptr;
      word = &token;
    }
  }
  return word;
}

// A pasted address, alone or with conditions, finds the sections that link to it.
void read_address(std::vector<Token>& tokens) {
  Token* word = find_only_word(tokens);
  const auto row = std::ranges::find(fields(), FieldKind::address, &Field::kind);
  if (word == nullptr || row == fields().end()) return;
  if (word->kind != TokenKind::word || !is_address(word->text)) return;
  word->kind = TokenKind::condition;
  word->name = find_field_name(row->name);
}

}  // namespace

QueryStructure find_structure(const LexedQuery& query, Remarks& remarks) {
  ParenthesisFaults faults;
  const bool is_question = is_question_in_words(query);
  QueryStructure found =
      OperatorResolver(pair_parentheses(query.tokens, faults), is_question, remarks).run();
  if (!found.operators.empty() || has_special_group(query.tokens)) remark_on(faults, remarks);
  read_address(found.tokens);
  return found;
}

}  // namespace notes

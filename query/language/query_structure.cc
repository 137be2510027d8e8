// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_structure.h"

#include <algorithm>
#include <utility>

#include "query/language/parentheses.h"
#include "query/language/query_parser.h"

namespace notes {
namespace {

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
  void take(const Token& token);
  void resolve(std::size_t i);
  void resolve_binary(std::size_t i);
  void take_operator(Token token);
  void take_as_word(Token token);
  void ignore(const Token& token, std::string_view why);
  void remark_on_question(std::string_view typed, std::size_t byte);
  bool is_asked_about(const Token& token) const;
  bool joins_words(std::size_t i) const;

  bool is_in_special_group() const { return specials_ > 0; }
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
  int specials_ = 0;           // how many of them are -( or field:(
  int fields_ = 0;             // how many of them are field:(
  bool remarked_on_question_ = false;
};

// "what does -Wall do?" asks about -Wall and does not exclude it.
bool OperatorResolver::is_asked_about(const Token& token) const {
  return is_question_ && token.excluded && token.kind == TokenKind::word && !is_in_special_group();
}

void OperatorResolver::take(const Token& token) {
  if (is_asked_about(token)) {
    remark_on_question("-" + std::string(token.text), token.typed.begin - 1);
    take_as_word(token);
    return;
  }
  if (token.kind == TokenKind::open) groups_.push_back(token);
  if (token.kind == TokenKind::open || token.kind == TokenKind::close) {
    const int step = token.kind == TokenKind::open ? 1 : -1;
    specials_ += groups_.back().name || groups_.back().excluded ? step : 0;
    fields_ += groups_.back().name ? step : 0;
  }
  if (token.kind == TokenKind::close) groups_.pop_back();
  resolved_.tokens.push_back(token);
}

void OperatorResolver::take_operator(Token token) {
  const std::string_view name = operator_name(token.kind);
  auto& used = resolved_.operators;
  if (!is_in_special_group() && std::ranges::find(used, name) == used.end()) used.push_back(name);
  resolved_.tokens.push_back(token);
}

void OperatorResolver::take_as_word(Token token) {
  token.kind = TokenKind::word;
  token.excluded = false;
  resolved_.tokens.push_back(token);
}

void OperatorResolver::ignore(const Token& token, std::string_view why) {
  remarks_.add(quoted_place(token.text, token.typed.begin) + std::string(why));
}

void OperatorResolver::remark_on_question(std::string_view typed, std::size_t byte) {
  if (!remarked_on_question_)
    remarks_.add(quoted_place(typed, byte) + " is read as a word, because the query is a question");
  remarked_on_question_ = true;
}

void OperatorResolver::resolve(std::size_t i) {
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

void OperatorResolver::resolve_binary(std::size_t i) {
  Token token = tokens_[i];
  if (is_after_operator()) {
    ignore(token, " follows another operator and is ignored");
  } else if (!has_left_operand()) {
    ignore(token, " has nothing before it and is read as a word");
    take_as_word(token);
  } else {
    if (token.kind == TokenKind::near_operator && !joins_words(i)) {
      ignore(token, " does not stand between two words and is read as AND");
      token.kind = TokenKind::and_operator;
    }
    take_operator(token);
  }
}

bool OperatorResolver::joins_words(std::size_t i) const {
  return fields_ == 0 && is_plain_word(resolved_.tokens.back()) && i + 1 < tokens_.size() &&
         is_plain_word(tokens_[i + 1]);
}

// A question in plain words: "what is the difference between AND and OR?"
bool is_question_in_words(const LexedQuery& query) {
  return query.asks && std::ranges::any_of(query.tokens, [](const Token& token) {
           return token.kind == TokenKind::word && is_stop_word(token.text);
         });
}

bool has_special_group(const std::vector<Token>& tokens) {
  return std::ranges::any_of(tokens, [](const Token& token) {
    return token.kind == TokenKind::open && (token.name || token.excluded);
  });
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// A pasted address, alone or with conditions, finds the sections that link to it.
void read_address(std::vector<Token>& tokens) {
  const auto is_condition = [](const Token& token) { return token.kind == TokenKind::condition; };
  const auto word = std::ranges::find_if_not(tokens, is_condition);
  if (word == tokens.end() || !std::all_of(std::next(word), tokens.end(), is_condition)) return;
  const auto row = std::ranges::find(fields(), FieldKind::address, &Field::kind);
  if (word->kind != TokenKind::word || !is_address(word->text) || row == fields().end()) return;
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
  found.tokens = drop_needless_parentheses(found.tokens, remarks);
  read_address(found.tokens);
  return found;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_parser.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/text/ascii.h"
#include "query/language/field_value.h"
#include "query/language/query_characters.h"
#include "query/language/query_lexer.h"

namespace notes {
namespace {

QueryNode leaf_of(const Token& token) {
  QueryNode node;
  if (token.kind == TokenKind::phrase) node.kind = NodeKind::phrase;
  if (token.kind == TokenKind::prefix) node.kind = NodeKind::prefix;
  if (token.kind == TokenKind::regex) node.kind = NodeKind::regex;
  node.text = token.text;
  node.begun = token.begun;
  node.quoted = token.form == ValueForm::quoted;
  const bool has_star = token.kind == TokenKind::phrase && token.begun &&
                        token.text.back() != '*' && !ascii::is_blank(token.text.back());
  if (has_star) node.text += '*';
  return node;
}

bool is_plain_word(const Token& token) {
  return token.kind == TokenKind::word && !token.excluded && !token.name;
}

// A question in plain words: "what is the difference between AND and OR?"
bool is_question_in_words(const LexedQuery& query) {
  return query.asks && std::ranges::any_of(query.tokens, [](const Token& token) {
           return token.kind == TokenKind::word && is_stop_word(token.text);
         });
}

// A recursive descent parser of tokens with paired parentheses:
//   any   = all { OR all }
//   all   = unary { [AND] unary }
//   unary = [ NOT ] ( group | word { NEAR word } | operand )
// It decides about each operator when it gets there: whether it counts, is a word, or is ignored.
// The depth of recursion is bounded by kDeepestGroup.
class Parser {
 public:
  Parser(std::string_view query, LexedQuery& lexed, CivilDay today, Remarks& remarks)
      : query_(query),
        tokens_(lexed.tokens),
        today_(today),
        is_question_(is_question_in_words(lexed)),
        remarks_(remarks) {}

  // There is at least one token.
  QueryNode run() {
    settle_next();
    return parse_any();
  }

  // AND, OR, NOT, NEAR outside -( ) and field:( ), each once, in order of first use.
  const std::vector<std::string_view>& operators() const { return operators_; }

 private:
  bool is_at(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(TokenKind kind) {
    if (!is_at(kind)) return false;
    take();
    return true;
  }
  const Token& take() {
    last_ = &tokens_[at_++];
    const Token& taken = *last_;
    settle_next();
    return taken;
  }

  // Decides about the next token, and skips operators that are ignored.
  void settle_next() {
    while (at_ < tokens_.size() && !settle(tokens_[at_])) ++at_;
  }

  // False if it is ignored. "what does -Wall do?" asks about -Wall and does not exclude it.
  bool settle(Token& token) {
    const bool is_excluded_word = token.excluded && token.kind == TokenKind::word;
    if (!is_operator(token.kind) && !is_excluded_word) return true;
    if (!is_question_ || token.in_special_group) return is_excluded_word || settle_operator(token);
    if (!std::exchange(remarked_on_question_, true))
      remark(token, " is read as a word, because the query is a question");
    token.kind = TokenKind::word;
    token.excluded = false;
    return true;
  }

  bool settle_operator(Token& token) {
    const bool is_first = last_ == nullptr || last_->kind == TokenKind::open;
    const bool has_operand = has_operand_ahead();
    if (is_first && (!has_operand || token.kind != TokenKind::not_operator)) {
      if (has_operand) remark(token, " has nothing before it and is read as a word");
      token.kind = TokenKind::word;
      return true;
    }
    if (!has_operand || follows_operator(token)) {
      remark(token, has_operand ? " follows another operator and is ignored"
                                : " has nothing after it and is ignored");
      return false;
    }
    if (token.kind == TokenKind::near_operator &&
        !(is_plain_word(*last_) && is_plain_word(tokens_[at_ + 1]))) {
      remark(token, " is not between two words and is read as AND");
      token.kind = TokenKind::and_operator;
      token.text = "AND";
    }
    const std::string_view name = token.text.substr(0, token.text.find('/'));
    if (!token.in_special_group && std::ranges::find(operators_, name) == operators_.end())
      operators_.push_back(name);
    return true;
  }

  bool has_operand_ahead() const {
    const auto next =
        std::ranges::find_if_not(std::span(tokens_).subspan(at_), is_operator, &Token::kind);
    return next != std::span(tokens_).end() && next->kind != TokenKind::close;
  }

  // NOT may follow another operator.
  bool follows_operator(const Token& token) const {
    return last_ != nullptr && is_operator(last_->kind) &&
           (token.kind != TokenKind::not_operator || last_->kind == TokenKind::not_operator);
  }

  void remark(const Token& token, const std::string& what) {
    remarks_.add_about(token.typed.begin - (token.excluded ? 1 : 0), token.typed.end, what);
  }

  QueryNode parse_any() {
    std::vector<QueryNode> alternatives;
    do {
      alternatives.push_back(parse_all());
    } while (take(TokenKind::or_operator));
    return parent_of(NodeKind::any, std::move(alternatives));
  }

  QueryNode parse_all() {
    std::vector<QueryNode> parts;
    do {
      take(TokenKind::and_operator);
      parts.push_back(parse_unary());
    } while (at_ < tokens_.size() && !is_at(TokenKind::or_operator) && !is_at(TokenKind::close));
    return parent_of(NodeKind::all, std::move(parts));
  }

  QueryNode parse_unary() {
    const std::uint32_t begin = tokens_[at_].typed.begin;
    const bool is_excluded = take(TokenKind::not_operator);
    const bool has_minus = tokens_[at_].excluded;
    const std::uint32_t operand_begin = tokens_[at_].typed.begin;
    QueryNode node = is_at(TokenKind::open) ? parse_group() : parse_near();
    if (has_minus) node = not_of(std::move(node), operand_begin - 1);
    if (is_excluded) node = not_of(std::move(node), begin);
    return node;
  }

  QueryNode parse_group() {
    const std::uint32_t begin = take().typed.begin;
    QueryNode node = parse_any();
    node.typed = {begin, take().typed.end};
    return node;
  }

  // Words joined by the same distance make one node. Where the distance changes, two nodes share
  // the word between them.
  QueryNode parse_near() {
    std::vector<QueryNode> parts;
    QueryNode first = parse_operand();
    while (is_at(TokenKind::near_operator)) {
      const int distance = tokens_[at_].distance;
      std::vector<QueryNode> words;
      words.push_back(std::move(first));
      while (is_at(TokenKind::near_operator) && tokens_[at_].distance == distance) {
        take();
        words.push_back(parse_operand());
      }
      first = words.back();
      parts.push_back(parent_of(NodeKind::near, std::move(words)));
      parts.back().distance = distance;
    }
    if (parts.empty()) return first;
    return parent_of(NodeKind::all, std::move(parts));
  }

  QueryNode parse_operand() {
    const Token& token = take();
    QueryNode node;
    if (token.name) {
      node.kind = NodeKind::condition;
      node.condition = condition_of(token);
    } else {
      node = leaf_of(token);
    }
    node.typed = token.typed;
    return node;
  }

  Condition condition_of(const Token& token) const {
    const FieldKind kind = token.name->field->kind;
    const bool takes_words =
        kind == FieldKind::text || kind == FieldKind::path || kind == FieldKind::label;
    const std::string value = std::string(token.value) + (token.begun && takes_words ? "*" : "");
    auto read = read_condition(*token.name, value, token.form, today_);
    if (const auto* fault = std::get_if<ValueFault>(&read))
      throw query_error(query_, static_cast<std::size_t>(token.value.data() - query_.data()),
                        fault->text, fault->hint);
    return std::get<Condition>(std::move(read));
  }

  std::string_view query_;
  std::vector<Token>& tokens_;
  CivilDay today_;
  bool is_question_;
  Remarks& remarks_;
  std::size_t at_ = 0;
  const Token* last_ = nullptr;  // before at_, without ignored operators
  bool remarked_on_question_ = false;
  std::vector<std::string_view> operators_;
};

// Collects what is neither a condition nor an inner node.
void collect_leaves(QueryNode& node, std::vector<QueryNode*>& leaves) {
  if (node.children.empty() && node.kind != NodeKind::condition) leaves.push_back(&node);
  for (QueryNode& child : node.children) collect_leaves(child, leaves);
}

// A pasted address, alone or with conditions, finds the sections that link to it.
void read_address(QueryNode& root) {
  std::vector<QueryNode*> leaves;
  collect_leaves(root, leaves);
  if (leaves.size() != 1 || leaves.front()->kind != NodeKind::word) return;
  QueryNode& word = *leaves.front();
  if (!word.text.starts_with("http://") && !word.text.starts_with("https://")) return;
  word.condition =
      Condition{.field = std::ranges::find(fields(), FieldKind::address, &Field::kind)->id,
                .text = std::exchange(word.text, {}),
                .quoted = word.quoted};
  word.kind = NodeKind::condition;
  word.begun = false;
}

std::string sentence_about(const OddParentheses& odd, const std::string& one,
                           const std::string& many) {
  const std::string column = std::to_string(odd.column);
  if (odd.count == 1) return "the parenthesis at column " + column + one;
  return std::to_string(odd.count) + " parentheses, the first at column " + column + "," + many;
}

void remark_on_parentheses(const LexedQuery& lexed, Remarks& remarks) {
  if (lexed.unclosed.count > 0)
    remarks.add_unclosed(sentence_about(lexed.unclosed, " is not closed; read to the end",
                                        " are not closed; read to the end"));
  if (lexed.surplus.count > 0)
    remarks.add(sentence_about(lexed.surplus, " closes nothing and is ignored",
                               " close nothing and are ignored"));
  if (lexed.too_deep.count > 0)
    remarks.add("parentheses nested deeper than " + std::to_string(kDeepestGroup) +
                " are ignored, the first at column " + std::to_string(lexed.too_deep.column));
}

}  // namespace

ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing) {
  ParsedQuery parsed;
  parsed.typed = typed;
  const bool is_whole = typed.size() <= kLongestQuery;
  const std::string_view query =
      is_whole ? typed : typed.substr(0, begin_of_character(typed, kLongestQuery));
  Remarks remarks(query, typing);
  if (!is_whole)
    remarks.add("the query is longer than " + std::to_string(kLongestQuery) +
                " bytes; the rest is ignored");
  LexedQuery lexed = lex_query(query, today, typing, remarks);
  Parser parser(query, lexed, today, remarks);
  if (!lexed.tokens.empty()) parsed.root = parser.run();
  if (!parser.operators().empty() || lexed.has_special_group) remark_on_parentheses(lexed, remarks);
  parsed.reading_reason = "nothing to search for";
  if (parsed.root) {
    read_address(*parsed.root);
    choose_reading(parser.operators(), lexed.asks, parsed);
  } else if (!is_all_blank(query) && remarks.empty()) {
    // Few people would put signs such as § and → in quotes.
    if (!ascii::is_ascii(query) && !query.starts_with('"')) {
      std::string signs(typed);
      std::erase(signs, '"');
      parsed = parse_query('"' + signs + '"', today, typing);
      parsed.typed = typed;
      return parsed;
    }
    parsed.is_signs_alone = true;
    remarks.add("the query has no letter or digit; put signs in quotes to find them as written");
  }
  parsed.notes = remarks.take();
  return parsed;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_parser.h"

#include <utility>

#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "query/language/field_value.h"
#include "query/language/query_characters.h"
#include "query/language/query_lexer.h"

namespace notes {
namespace {

constexpr int kMostWordsOfALookup = 3;

struct Census {
  int words = 0;  // phrases, prefixes and regular expressions too
  int stop_words = 0;
  int conditions = 0;
  int exclusions = 0;
  bool begins_as_question = false;
};

// Words that start a question. All are stop words.
bool is_question_word(std::string_view word) {
  return is_among("are did do does how is should was were what when where which who whom why would",
                  lower_ascii(word));
}

// A few words, at most half of them stop words: "sign in", "run out of memory". Stop words alone
// are a name: "the who".
bool is_lookup(const Census& census) {
  if (census.begins_as_question) return false;
  const int content = census.words - census.stop_words;
  if (content == 0) return census.words <= kMostWordsOfALookup;
  return content <= kMostWordsOfALookup && census.stop_words <= content;
}

void count(const QueryNode& node, Census& census) {
  switch (node.kind) {
    case NodeKind::word:
      if (census.words == 0) census.begins_as_question = is_question_word(node.text);
      census.stop_words += node.stop_word ? 1 : 0;
      ++census.words;
      break;
    case NodeKind::phrase:
    case NodeKind::prefix:
    case NodeKind::regex:
      ++census.words;
      break;
    case NodeKind::condition:
      ++census.conditions;
      break;
    case NodeKind::exclude:
      ++census.exclusions;
      break;
    case NodeKind::near:
    case NodeKind::all:
    case NodeKind::any:
      for (const QueryNode& child : node.children) count(child, census);
      break;
  }
}

std::string counted(int number, const std::string& noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string reason_of_filters(const Census& census) {
  if (census.exclusions == 0) return "only conditions";
  return census.conditions == 0 ? "only exclusions" : "only conditions and exclusions";
}

std::string reason_of_words(const Census& census, bool asks) {
  const bool is_content = census.stop_words == 0 && is_lookup(census) && !asks;
  std::string reason = counted(census.words, is_content ? "content word" : "word");
  if (census.stop_words > 0) reason += ", " + counted(census.stop_words, "stop word");
  return asks ? reason + ", '?'" : reason;
}

// Decides how to match the query, and says why.
void choose_reading(const QueryStructure& structure, bool asks, ParsedQuery& parsed) {
  Census census;
  count(*parsed.root, census);
  const bool is_words = is_lookup(census) && !asks;
  parsed.reading = census.words == 0              ? Reading::filters
                   : !structure.operators.empty() ? Reading::expression
                   : is_words                     ? Reading::words
                                                  : Reading::sentence;
  parsed.reading_reason = parsed.reading == Reading::filters ? reason_of_filters(census)
                          : parsed.reading == Reading::expression
                              ? "uses " + joined(structure.operators, ", ")
                              : reason_of_words(census, asks);
}

bool takes_words(const FieldName& name) {
  const FieldKind kind = name.field->kind;
  return kind == FieldKind::text || kind == FieldKind::path || kind == FieldKind::label;
}

// As a condition.
std::string_view value_of(const Token& token) {
  if (token.kind == TokenKind::condition) return token.text;
  return token.form == ValueForm::quoted ? token.piece : trim_value(token.piece);
}

QueryNode leaf_of(const Token& token) {
  QueryNode node;
  if (token.kind == TokenKind::phrase) node.kind = NodeKind::phrase;
  if (token.kind == TokenKind::prefix) node.kind = NodeKind::prefix;
  if (token.kind == TokenKind::regex) node.kind = NodeKind::regex;
  node.text = token.text;
  node.begun = token.begun;
  const bool has_star = token.kind == TokenKind::phrase && token.begun &&
                        token.text.back() != '*' && !ascii::is_blank(token.text.back());
  if (has_star) node.text += '*';
  return node;
}

// A recursive descent parser. find_structure has made the tokens well-formed:
//   any   = all { OR all }
//   all   = unary { [AND] unary }
//   unary = { NOT } ( group | word { NEAR word } | operand )
// The depth of recursion is bounded by kDeepestGroup.
class Parser {
 public:
  Parser(std::string_view query, const std::vector<Token>& tokens, CivilDay today)
      : query_(query), tokens_(tokens), today_(today) {}

  QueryNode run() { return parse_any(); }

 private:
  bool is_at(TokenKind kind) const { return at_ < tokens_.size() && tokens_[at_].kind == kind; }
  bool take(TokenKind kind) {
    const bool taken = is_at(kind);
    at_ += taken ? 1 : 0;
    return taken;
  }

  QueryNode parse_any() {
    std::vector<QueryNode> alternatives;
    do {
      alternatives.push_back(parse_all());
    } while (take(TokenKind::or_operator));
    return any_of(std::move(alternatives));
  }

  QueryNode parse_all() {
    std::vector<QueryNode> parts;
    do {
      take(TokenKind::and_operator);
      parts.push_back(parse_unary());
    } while (at_ < tokens_.size() && !is_at(TokenKind::or_operator) && !is_at(TokenKind::close));
    return all_of(std::move(parts));
  }

  QueryNode parse_unary() {
    const std::uint32_t begin = tokens_[at_].typed.begin;
    bool is_excluded = false;
    while (take(TokenKind::not_operator)) is_excluded = !is_excluded;
    const bool has_minus = tokens_[at_].excluded;
    const std::uint32_t operand_begin = tokens_[at_].typed.begin;
    QueryNode node = is_at(TokenKind::open) ? parse_group() : parse_near();
    if (has_minus) node = not_of(std::move(node), operand_begin - 1);
    if (is_excluded) node = not_of(std::move(node), begin);
    return node;
  }

  QueryNode parse_group() {
    const Token& open = tokens_[at_++];
    const std::optional<FieldName> outer = field_;
    if (open.name) field_ = open.name;
    QueryNode node = parse_any();
    node.typed = {open.typed.begin, tokens_[at_].typed.end};
    take(TokenKind::close);
    field_ = outer;
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
        ++at_;
        words.push_back(parse_operand());
      }
      first = words.back();
      parts.push_back(near_of(std::move(words), distance));
    }
    if (parts.empty()) return first;
    return all_of(std::move(parts));
  }

  QueryNode parse_operand() {
    const Token& token = tokens_[at_++];
    const std::optional<FieldName>& name = token.name ? token.name : field_;
    const bool is_value = name && token.kind != TokenKind::regex;
    QueryNode node = is_value ? condition_of(*name, token) : leaf_of(token);
    node.typed = token.typed;
    return node;
  }

  QueryNode condition_of(const FieldName& name, const Token& token) const {
    const std::string_view value = value_of(token);
    const bool has_star = token.begun && takes_words(name);
    auto read =
        read_condition(name, std::string(value) + (has_star ? "*" : ""), token.form, today_);
    if (const auto* fault = std::get_if<ValueFault>(&read))
      throw query_error(query_, static_cast<std::size_t>(value.data() - query_.data()), fault->text,
                        fault->hint);
    QueryNode node;
    node.kind = NodeKind::condition;
    node.condition = std::get<Condition>(std::move(read));
    return node;
  }

  std::string_view query_;
  const std::vector<Token>& tokens_;
  CivilDay today_;
  std::size_t at_ = 0;
  std::optional<FieldName> field_;  // inside field:( )
};

// The field whose value the last token is: its own, or that of the group around it.
const FieldName* field_at_end(const std::vector<Token>& tokens) {
  if (tokens.empty()) return nullptr;
  const TokenKind kind = tokens.back().kind;
  if (kind == TokenKind::condition) return &*tokens.back().name;
  if (kind != TokenKind::word && kind != TokenKind::phrase) return nullptr;
  std::size_t closed = 0;
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    if (token->kind == TokenKind::close) ++closed;
    if (token->kind != TokenKind::open) continue;
    if (closed == 0 && token->name) return &*token->name;
    closed -= closed > 0 ? 1 : 0;
  }
  return nullptr;
}

// Leaves out a half-typed value at the end of the query.
void leave_out_unfinished_value(std::string_view query, CivilDay today, std::vector<Token>& tokens,
                                Remarks& remarks) {
  const FieldName* name = field_at_end(tokens);
  if (name == nullptr) return;
  const Token& last = tokens.back();
  const bool is_at_end = last.form == ValueForm::bare ? last.typed.end == query.size() : last.begun;
  const std::string_view value = value_of(last);
  if (!is_at_end || !begins_value(*name, value, today)) return;
  if (std::holds_alternative<Condition>(read_condition(*name, value, last.form, today))) return;
  remarks.add(quoted_place(query.substr(last.typed.begin), last.typed.begin) +
              " is not finished; left out");
  tokens.pop_back();
}

std::string_view cut_to_longest(std::string_view query) {
  if (query.size() <= kLongestQuery) return query;
  return query.substr(0, begin_of_character(query, kLongestQuery));
}

// For signs without words, such as § and →, which few people would put in quotes.
ParsedQuery parse_quoted(std::string_view typed, CivilDay today, Typing typing) {
  std::string quoted(typed);
  std::erase(quoted, '"');
  ParsedQuery parsed = parse_query('"' + quoted + '"', today, typing);
  parsed.typed = typed;
  return parsed;
}

}  // namespace

ParsedQuery parse_query(std::string_view typed, CivilDay today, Typing typing) {
  ParsedQuery parsed;
  parsed.typed = typed;
  Remarks remarks(typing);
  const std::string_view query = cut_to_longest(typed);
  if (query.size() < typed.size())
    remarks.add("the query is longer than " + std::to_string(kLongestQuery) +
                " bytes; the rest is ignored");
  LexedQuery lexed = lex_query(query, typing, remarks);
  if (typing != Typing::finished) leave_out_unfinished_value(query, today, lexed.tokens, remarks);
  const QueryStructure structure = find_structure(lexed, remarks);
  parsed.reading_reason = "nothing to search for";
  if (!structure.tokens.empty()) {
    parsed.root = Parser(query, structure.tokens, today).run();
    mark_stop_words(*parsed.root);
    choose_reading(structure, lexed.asks, parsed);
    if (parsed.reading == Reading::sentence) mark_sentence_words(*parsed.root);
  } else if (!is_all_blank(query) && remarks.empty()) {
    if (!ascii::is_ascii(query) && !query.starts_with('"'))
      return parse_quoted(typed, today, typing);
    parsed.is_signs_alone = true;
    remarks.add("the query has no letter or digit; put signs in quotes to find them as written");
  }
  parsed.notes = remarks.take();
  return parsed;
}

}  // namespace notes

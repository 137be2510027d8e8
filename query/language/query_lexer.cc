// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_lexer.h"

#include <algorithm>
#include <utility>

#include "common/text/ascii.h"
#include "query/language/field_value.h"
#include "query/language/query_characters.h"
#include "query/language/query_regex.h"

namespace notes {
namespace {

constexpr int kDefaultDistance = 10;
constexpr int kLongestDistance = 999;
constexpr std::string_view kRegexStart = "re:/";

// Quotes, commas and other marks that never start a word.
constexpr std::u32string_view kOpeningMarks =
    U"'*+,;?\u00A1\u00AB\u00BB\u00BF\u2018\u2019\u201C\u201D\u201E";

bool is_question_mark(char32_t c) {
  return c == U'?' || c == U'\uFF1F';
}

// 10 for NEAR, 5 for NEAR/5, 0 for NEAR/ and an invalid number, nothing for other words.
std::optional<int> near_distance(std::string_view word) {
  constexpr std::string_view kNear = "NEAR/";
  if (word == "NEAR") return kDefaultDistance;
  if (!word.starts_with(kNear) || word.find_first_not_of("0123456789", kNear.size()) != word.npos)
    return std::nullopt;
  const int distance = whole_number<int>(word.substr(kNear.size())).value_or(0);
  return distance <= kLongestDistance ? distance : 0;
}

TokenKind kind_of(std::string_view word) {
  if (word == "AND") return TokenKind::and_operator;
  if (word == "OR") return TokenKind::or_operator;
  if (word == "NOT") return TokenKind::not_operator;
  return near_distance(word) ? TokenKind::near_operator : TokenKind::word;
}

// A minus directly followed by a letter, digit, quote or parenthesis.
bool is_minus_before_operand(std::string_view query, std::size_t byte) {
  if (query[byte] != '-' || byte + 1 >= query.size()) return false;
  return query[byte + 1] == '(' || opening_quote_size(query, byte + 1) > 0 ||
         carries_meaning(code_point_at(query, byte + 1).value);
}

// A quote inside a word is text, as in 17", but after one of these signs it opens a phrase.
bool opens_phrase_inside_word(std::string_view query, std::size_t quote) {
  constexpr std::string_view kOpeners = ":=[{,/";
  return kOpeners.find(query[quote - 1]) != std::string_view::npos &&
         opening_quote_size(query, quote) > 0;
}

// For each byte, whether it is a `(` whose `)` follows before the next blank, as in main(). Such a
// pair is part of the word around it, if there is one.
std::vector<bool> pairs_inside_words(std::string_view query) {
  std::vector<bool> pairs(query.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < query.size();) {
    const CodePoint c = code_point_at(query, i);
    if (c.value == '(') {
      open.push_back(i);
    } else if (c.value == ')' && !open.empty()) {
      pairs[open.back()] = true;
      open.pop_back();
    } else if (c.value == '"' || is_blank(c.value)) {
      open.clear();
    }
    i += c.bytes;
  }
  return pairs;
}

class Lexer {
 public:
  Lexer(std::string_view query, CivilDay today, Typing typing, Remarks& remarks)
      : query_(query),
        today_(today),
        typing_(typing),
        remarks_(remarks),
        pairs_(pairs_inside_words(query)) {}

  LexedQuery run() {
    for (skip_to_item(); at_ < query_.size(); skip_to_item()) lex_item();
    close_groups();
    return std::move(lexed_);
  }

 private:
  void skip_to_item() {
    while (at_ < query_.size()) {
      const CodePoint c = code_point_at(query_, at_);
      if (is_question_mark(c.value)) lexed_.asks = true;
      // A minus excludes only at the start of the query or after a blank or `(`. Elsewhere it is
      // punctuation.
      const bool is_free = at_ == after_blank_ || query_[at_ - 1] == '(';
      const bool is_skipped = is_blank(c.value) ||
                              kOpeningMarks.find(c.value) != kOpeningMarks.npos ||
                              (!is_free && is_minus_before_operand(query_, at_));
      if (!is_skipped || opening_quote_size(query_, at_) > 0) return;
      const bool is_last = at_ + 1 == query_.size();
      if (c.value == U'*' && at_ == after_blank_ &&
          (is_last || is_blank(code_point_at(query_, at_ + 1).value)))
        remarks_.add("the star at column " + std::to_string(at_ + 1) +
                     " has no word before it; ignored");
      at_ += c.bytes;
      if (is_blank(c.value)) after_blank_ = at_;
    }
  }

  void lex_item() {
    Token token;
    token.excluded = is_minus_before_operand(query_, at_);
    if (token.excluded) ++at_;
    const char c = query_[at_];
    if (c == '(' || c == ')') {
      token.kind = c == '(' ? TokenKind::open : TokenKind::close;
      push(token, at_, at_ + 1);
    } else if (opening_quote_size(query_, at_) > 0) {
      lex_phrase(token);
    } else if (starts_at(kRegexStart)) {
      lex_regex(token);
    } else if (!lex_field(token)) {
      lex_word(token);
    }
  }

  void lex_phrase(Token token) {
    const std::size_t begin = at_;
    const QuotedText quoted = take_quoted(token);
    token.kind = TokenKind::phrase;
    const bool is_one_word = std::ranges::none_of(code_points_of(quoted.text), is_blank);
    if (const std::string_view stem = stem_of_prefix(quoted.text); is_one_word && !stem.empty()) {
      token.kind = TokenKind::prefix;
      token.text = stem;
      token.begun = false;
    } else if (is_one_word && token.begun && can_be_prefix(quoted.text)) {
      token.kind = TokenKind::word;
    }
    if (!is_all_blank(quoted.text))
      push(token, begin, quoted.end);
    else if (quoted.ending == QuoteEnding::closed)
      remarks_.add("the quotes at column " + std::to_string(begin + 1) + " are empty");
  }

  // An unclosed expression may still be half-typed: it is not an error but ignored until it is
  // valid.
  void lex_regex(Token token) {
    const std::size_t begin = at_;
    const std::size_t pattern_begin = begin + kRegexStart.size();
    std::size_t end = pattern_begin;
    while (end < query_.size() && query_[end] != '/') end += query_[end] == '\\' ? 2 : 1;
    const bool is_closed = end < query_.size();
    token.kind = TokenKind::regex;
    token.text = query_.substr(pattern_begin, end - pattern_begin);
    at_ = is_closed ? end + 1 : query_.size();
    const auto fault = QueryRegex(token.text).fault();
    if (fault && is_closed)
      throw query_error(query_, pattern_begin, "re: " + *fault,
                        "regular expressions use RE2 syntax; put \\ before a sign to find "
                        "the sign itself, as in re:/c\\+\\+/");
    const bool usable = !fault && !token.text.empty();
    const std::string place = "the regular expression at column " + std::to_string(begin + 1);
    if (!is_closed)
      remarks_.add_unclosed(place + " is not closed; " + (usable ? "read to the end" : "ignored"));
    else if (!usable)
      remarks_.add(place + " is empty; ignored");
    if (usable) push(token, begin, at_);
    const std::size_t flags = at_;  // the i of re:/x/i
    while (is_closed && at_ < query_.size() && ascii::is_letter(query_[at_])) ++at_;
    if (at_ > flags)
      remarks_.add_about(
          flags, at_, " is ignored: a regular expression takes no flags, and capitals never count");
  }

  bool lex_field(Token token) {
    const std::size_t colon = query_.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at_);
    if (colon == query_.npos || query_[colon] != ':') return false;
    token.name = find_field_name(query_.substr(at_, colon - at_));
    if (!token.name) {
      remark_on_name(colon);
      return false;
    }
    const std::size_t begin = std::exchange(at_, colon + 1);
    if (starts_at("(")) {
      token.kind = TokenKind::open;
      push(token, begin, at_ + 1);
    } else {
      token.kind = TokenKind::condition;
      lex_value(token, begin);
    }
    return true;
  }

  // Remarks on an unknown field as in taggs:bread, but not on https://x or std::x.
  void remark_on_name(std::size_t colon) {
    const std::string_view name = query_.substr(at_, colon - at_);
    const char next = colon + 1 < query_.size() ? query_[colon + 1] : ' ';
    if (next == ':' || next == '/' || ascii::is_blank(next)) return;
    const std::string nearest = nearest_field_name(name);
    if (name == "re")
      remarks_.add_about(
          at_, colon + 1,
          " is read as a word; a regular expression is written between slashes: re:/x/");
    else if (!nearest.empty())
      remarks_.add_about(at_, colon + 1,
                         " is not a field and is read as a word; did you mean " + nearest + ":?");
  }

  void lex_value(Token token, std::size_t begin) {
    const std::size_t value_begin = at_;
    if (opening_quote_size(query_, at_) > 0) {
      take_quoted(token);
      if (!is_all_blank(token.text)) return push(token, begin, at_);
      return remarks_.add_about(begin, value_begin, " has no value and is ignored");
    }
    at_ = word_end(at_);
    token.value = trim_value(query_.substr(value_begin, at_ - value_begin));
    const std::size_t end = value_begin + token.value.size();
    token.begun = may_be_begun(end);
    if (!holds_meaning(token.value))
      return remarks_.add_about(begin, at_, " has no value and is ignored");
    push(token, begin, end);
  }

  void lex_word(Token token) {
    const std::size_t begin = at_;
    at_ = word_end(begin);
    token.text = query_.substr(begin, at_ - begin);
    token.value = trim_value(token.text);
    token.kind = token.excluded ? TokenKind::word : kind_of(token.text);
    if (!is_operator(token.kind)) return push_word(token, begin);
    token.distance = near_distance(token.text).value_or(0);
    if (token.kind == TokenKind::near_operator && token.distance == 0) {
      token.distance = kDefaultDistance;
      remarks_.add_about(begin, at_, " is read as NEAR: a distance is 1 to 999");
    }
    push(token, begin, at_);
  }

  void push_word(Token token, std::size_t begin) {
    const std::string_view piece = std::exchange(token.text, trim_word(token.text));
    lexed_.asks |=
        std::ranges::any_of(code_points_of(piece.substr(token.text.size())), is_question_mark);
    if (!holds_meaning(token.text)) return;
    if (token.excluded && token.text.size() == 1) {
      remarks_.add_about(begin - 1, begin + 1,
                         " is read as a word; NOT " + std::string(token.text) + " excludes it");
      token.excluded = false;
    }
    const std::size_t end = begin + token.text.size();
    token.begun = may_be_begun(end);
    if (const std::string_view stem = stem_of_prefix(token.text); !stem.empty()) {
      token.kind = TokenKind::prefix;
      token.text = stem;
      token.begun = false;
    } else if (token.text.ends_with('*')) {
      remarks_.add_about(begin, end,
                         " is too short: a star needs two letters before it; read as a word");
    }
    push(token, begin, end);
  }

  // Reads the quoted text that starts at at_.
  QuotedText take_quoted(Token& token) {
    const QuotedText quoted = scan_quoted(query_, at_);
    token.form = ValueForm::quoted;
    token.text = token.value = quoted.text;
    token.begun = quoted.ending == QuoteEnding::query_end && may_be_begun(quoted.end);
    if (quoted.ending != QuoteEnding::closed)
      remarks_.add_unclosed("the quote at column " + std::to_string(at_ + 1) +
                            " is not closed; read to the " +
                            (quoted.ending == QuoteEnding::next_quote ? "next quote" : "end"));
    at_ = quoted.end;
    return quoted;
  }

  // A blank ends a word, and so does a parenthesis that is not part of it or a quote that opens a
  // phrase, as in author:"a b".
  std::size_t word_end(std::size_t begin) const {
    int depth = 0;
    std::size_t end = begin;
    while (end < query_.size()) {
      const CodePoint c = code_point_at(query_, end);
      if (is_blank(c.value)) break;
      if (c.value == '(' && !pairs_[end]) break;
      if (c.value == ')' && depth == 0) break;
      if (end > begin && opens_phrase_inside_word(query_, end)) break;
      if (c.value == '(') ++depth;
      if (c.value == ')') --depth;
      end += c.bytes;
    }
    return end;
  }

  void push(Token token, std::size_t begin, std::size_t end) {
    token.typed = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    at_ = std::max(at_, end);
    if (!open_.empty()) {
      const Token& group = lexed_.tokens[open_[std::min(open_.size(), kDeepestGroup) - 1]];
      if (!token.name && token.kind != TokenKind::regex) token.name = group.name;
      token.in_special_group = group.in_special_group;
    }
    if (is_unfinished_value(token))
      return remarks_.add_about(begin, end, " is not finished; left out");
    last_end_ = token.typed.end;
    if (token.kind == TokenKind::open)
      open_group(token);
    else if (token.kind == TokenKind::close)
      close_group(token);
    else
      lexed_.tokens.push_back(token);
  }

  void open_group(Token token) {
    token.in_special_group |= token.name || token.excluded;
    lexed_.has_special_group |= token.in_special_group;
    open_.push_back(lexed_.tokens.size());
    if (open_.size() <= kDeepestGroup)
      lexed_.tokens.push_back(token);
    else
      count(lexed_.too_deep, token.typed.end);
  }

  void close_group(const Token& close) {
    if (open_.empty()) return count(lexed_.surplus, close.typed.end);
    const bool is_kept = open_.size() <= kDeepestGroup;
    const bool is_empty = open_.back() + 1 == lexed_.tokens.size();
    open_.pop_back();
    if (is_kept && is_empty)
      lexed_.tokens.pop_back();
    else if (is_kept)
      lexed_.tokens.push_back(close);
  }

  void close_groups() {
    if (open_.empty()) return;
    lexed_.unclosed = {static_cast<std::uint32_t>(open_.size()),
                       lexed_.tokens[open_.front()].typed.end};
    Token close;
    close.kind = TokenKind::close;
    close.typed.end = last_end_;
    while (!open_.empty()) close_group(close);
  }

  static void count(OddParentheses& odd, std::uint32_t column) {
    if (odd.count++ == 0) odd.column = column;
  }

  // Such as date:fe at the end of a query.
  bool is_unfinished_value(const Token& token) const {
    const bool is_last =
        token.form == ValueForm::bare ? token.typed.end == query_.size() : token.begun;
    const bool is_value =
        token.name && token.kind < TokenKind::open && token.kind != TokenKind::prefix;
    if (typing_ == Typing::finished || !is_value || !is_last) return false;
    const auto read = read_condition(*token.name, token.value, token.form, today_);
    const auto* fault = std::get_if<ValueFault>(&read);
    return fault != nullptr && fault->is_unfinished;
  }

  bool may_be_begun(std::size_t end) const {
    return typing_ == Typing::partial && end == query_.size();
  }
  bool starts_at(std::string_view text) const { return query_.substr(at_).starts_with(text); }

  std::string_view query_;
  CivilDay today_;
  Typing typing_;
  Remarks& remarks_;
  std::vector<bool> pairs_;        // see pairs_inside_words
  std::size_t at_ = 0;             // the next byte to read
  std::size_t after_blank_ = 0;    // where the last blank ended
  std::vector<std::size_t> open_;  // the tokens of the groups that are open, the outermost first
  std::uint32_t last_end_ = 0;     // of the last token, also if it was dropped
  LexedQuery lexed_;
};

}  // namespace

LexedQuery lex_query(std::string_view query, CivilDay today, Typing typing, Remarks& remarks) {
  return Lexer(query, today, typing, remarks).run();
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_lexer.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/whole_number.h"
#include "query/language/field_value.h"
#include "query/language/query_characters.h"
#include "query/language/query_regex.h"

namespace notes {
namespace {

constexpr int kDefaultDistance = 10;
constexpr int kLongestDistance = 999;
constexpr std::string_view kRegexStart = "re:/";

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

bool holds_blank(std::string_view text) {
  return std::ranges::any_of(code_points_of(text), is_blank);
}

class Lexer {
 public:
  Lexer(std::string_view query, Typing typing, Remarks& remarks)
      : query_(query), typing_(typing), remarks_(remarks), pairs_(pairs_inside_words(query)) {}

  LexedQuery run() {
    for (skip_to_item(); at_ < query_.size(); skip_to_item()) lex_item();
    return std::move(lexed_);
  }

 private:
  void skip_to_item() {
    while (at_ < query_.size()) {
      const CodePoint c = code_point_at(query_, at_);
      if (is_question_mark(c.value)) lexed_.asks = true;
      const bool is_skipped = is_blank(c.value) || is_opening_mark(c.value) || is_minus_glued();
      if (!is_skipped || opening_quote_size(query_, at_) > 0) return;
      if (c.value == U'*' && at_ == after_blank_ && ends_item(at_ + 1))
        remarks_.add("the star at column " + std::to_string(at_ + 1) +
                     " has no word before it; ignored");
      at_ += c.bytes;
      if (is_blank(c.value)) after_blank_ = at_;
    }
  }

  // A minus excludes only at the start of the query or after a blank or `(`. Elsewhere it is
  // punctuation.
  bool is_minus_glued() const {
    const bool free = at_ == after_blank_ || query_[at_ - 1] == '(';
    return !free && is_minus_before_operand(query_, at_);
  }

  void lex_item() {
    Token token;
    token.excluded = is_minus_before_operand(query_, at_);
    if (token.excluded) ++at_;
    const char c = query_[at_];
    if (c == '(' || c == ')') {
      token.kind = c == '(' ? TokenKind::open : TokenKind::close;
      push_to(token, at_, at_ + 1);
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
    token.text = token.piece = quoted.text;
    const bool is_one_word = !holds_blank(quoted.text);
    if (const std::string_view stem = stem_of_prefix(quoted.text); is_one_word && !stem.empty()) {
      token.kind = TokenKind::prefix;
      token.text = stem;
      token.begun = false;
    } else if (is_one_word && token.begun && can_be_prefix(quoted.text)) {
      token.kind = TokenKind::word;
    }
    if (!is_all_blank(quoted.text))
      push_to(token, begin, quoted.end);
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
    if (usable) push_to(token, begin, at_);
    if (is_closed) skip_regex_flags();
  }

  bool lex_field(Token token) {
    const std::size_t colon = query_.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at_);
    if (colon == query_.npos || query_[colon] != ':') return false;
    token.name = find_field_name(query_.substr(at_, colon - at_));
    if (!token.name) {
      remark_on_name(colon);
      return false;
    }
    const std::size_t begin = at_;
    at_ = colon + 1;
    const char next = at_ < query_.size() ? query_[at_] : ' ';
    if (next == '(') {
      token.kind = TokenKind::open;
      push_to(token, begin, at_ + 1);
      return true;
    }
    token.kind = TokenKind::condition;
    if (at_ == query_.size() || opening_quote_size(query_, at_) == 0) {
      lex_bare_value(token, begin);
      return true;
    }
    token.text = take_quoted(token).text;
    if (is_all_blank(token.text))
      remark(begin, colon + 1, " has no value and is ignored");
    else
      push_to(token, begin, at_);
    return true;
  }

  // The i of re:/x/i.
  void skip_regex_flags() {
    const std::size_t begin = at_;
    while (at_ < query_.size() && ascii::is_letter(query_[at_])) ++at_;
    if (at_ > begin)
      remark(begin, at_,
             " is ignored: a regular expression takes no flags, and capitals never count");
  }

  // Remarks on an unknown field as in taggs:bread, but not on https://x or std::x.
  void remark_on_name(std::size_t colon) {
    const std::string_view name = query_.substr(at_, colon - at_);
    const char next = colon + 1 < query_.size() ? query_[colon + 1] : ' ';
    if (name == "re" && next != ':' && !ascii::is_blank(next)) {
      remark(at_, colon + 1,
             " is read as a word; a regular expression is written between slashes: re:/x/");
      return;
    }
    const std::string nearest = nearest_field_name(name);
    if (nearest.empty() || next == ':' || next == '/' || ascii::is_blank(next)) return;
    remark(at_, colon + 1, " is not a field and is read as a word; did you mean " + nearest + ":?");
  }

  void lex_bare_value(Token token, std::size_t begin) {
    const std::size_t end = word_end(query_, at_, pairs_);
    const std::size_t value_begin = at_;
    token.text = trim_value(query_.substr(value_begin, end - value_begin));
    at_ = end;
    if (holds_meaning(token.text)) {
      token.begun = may_be_begun(value_begin + token.text.size());
      push_to(token, begin, value_begin + token.text.size());
      return;
    }
    remark(begin, end, " has no value and is ignored");
  }

  void lex_word(Token token) {
    const std::size_t begin = at_;
    at_ = word_end(query_, begin, pairs_);
    token.piece = query_.substr(begin, at_ - begin);
    token.text = token.piece;
    token.kind = token.excluded ? TokenKind::word : kind_of(token.piece);
    if (!is_operator(token.kind)) return push_word(token, begin);
    token.distance = near_distance(token.piece).value_or(0);
    if (token.kind == TokenKind::near_operator && token.distance == 0) {
      token.distance = kDefaultDistance;
      remark(begin, at_, " is read as NEAR: a distance is 1 to 999");
    }
    push_to(token, begin, at_);
  }

  void push_word(Token token, std::size_t begin) {
    token.text = trim_word(token.piece);
    const std::string_view cut = token.piece.substr(token.text.size());
    if (cut.find('?') != std::string_view::npos || cut.find("\uFF1F") != std::string_view::npos)
      lexed_.asks = true;
    if (!holds_meaning(token.text)) return;
    if (token.excluded && token.text.size() == 1) {
      remark(begin - 1, begin + 1,
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
      remark(begin, end, " is too short: a star needs two letters before it; read as a word");
    }
    push_to(token, begin, end);
  }

  // Reads the quoted text that starts at at_.
  QuotedText take_quoted(Token& token) {
    const QuotedText quoted = scan_quoted(query_, at_);
    token.form = ValueForm::quoted;
    token.begun = quoted.ending == QuoteEnding::query_end && may_be_begun(quoted.end);
    if (quoted.ending != QuoteEnding::closed)
      remarks_.add_unclosed("the quote at column " + std::to_string(at_ + 1) +
                            " is not closed; read to the " +
                            (quoted.ending == QuoteEnding::next_quote ? "next quote" : "end"));
    at_ = quoted.end;
    return quoted;
  }

  void push_to(Token token, std::size_t begin, std::size_t end) {
    token.typed = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    lexed_.tokens.push_back(token);
    at_ = std::max(at_, end);
  }

  bool ends_item(std::size_t at) const {
    return at == query_.size() || is_blank(code_point_at(query_, at).value);
  }
  bool may_be_begun(std::size_t end) const {
    return typing_ == Typing::partial && end == query_.size();
  }
  void remark(std::size_t begin, std::size_t end, const std::string& what) {
    remarks_.add(quoted_place(query_.substr(begin, end - begin), begin) + what);
  }
  bool starts_at(std::string_view text) const { return query_.substr(at_).starts_with(text); }

  std::string_view query_;
  Typing typing_;
  Remarks& remarks_;
  std::vector<bool> pairs_;      // see pairs_inside_words
  std::size_t at_ = 0;           // the next byte to read
  std::size_t after_blank_ = 0;  // where the last blank ended
  LexedQuery lexed_;
};

}  // namespace

bool is_operator(TokenKind kind) {
  return kind == TokenKind::and_operator || kind == TokenKind::or_operator ||
         kind == TokenKind::not_operator || kind == TokenKind::near_operator;
}

LexedQuery lex_query(std::string_view query, Typing typing, Remarks& remarks) {
  return Lexer(query, typing, remarks).run();
}

}  // namespace notes

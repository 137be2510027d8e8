// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a query into tokens. Their parentheses are in pairs.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"
#include "query/language/field_value.h"
#include "query/language/query_messages.h"

namespace notes {

enum class TokenKind : std::uint8_t {
  // Operands.
  word,
  phrase,
  prefix,
  regex,
  condition,
  // Parentheses.
  open,
  close,
  // Operators.
  and_operator,
  or_operator,
  not_operator,
  near_operator,
};

inline bool is_operator(TokenKind kind) {
  return kind >= TokenKind::and_operator;
}

// Views point into the query or to static text.
struct Token {
  TokenKind kind = TokenKind::word;
  std::string_view text;             // the word, phrase, prefix or regex, without signs
  std::string_view value;            // the same as the value of a field
  std::optional<FieldName> name;     // the field whose value it is: its own, or of field:( )
  ValueForm form = ValueForm::bare;  // whether text was typed in quotes
  bool excluded = false;             // has a `-` before it
  bool begun = false;                // the user may still be typing it; not for a prefix
  bool in_special_group = false;     // inside field:( ) or -( )
  int distance = 0;                  // the n of NEAR/n
  ByteRange typed;                   // with quotes and stars, without `-` and cut punctuation
};

// Parentheses that were ignored, or closed at the end of the query.
struct OddParentheses {
  std::uint32_t count = 0;
  std::uint32_t column = 0;  // of the first
};

struct LexedQuery {
  // No sign-only words, empty phrases or conditions without a value. No `)` that closes nothing,
  // empty group or pair deeper than kDeepestGroup; groups open at the end are closed.
  std::vector<Token> tokens;
  bool asks = false;  // has a question mark at the end of a word or on its own
  bool has_special_group = false;
  OddParentheses unclosed;
  OddParentheses surplus;
  OddParentheses too_deep;
};

// In bytes, a few hundred words; query_parser cuts off the rest. Xapian's time grows faster than
// the number of words.
inline constexpr std::size_t kLongestQuery = 4 * 1024;

inline constexpr std::size_t kDeepestGroup = 50;

// `query` has at most kLongestQuery bytes. Leaves out a half-typed value at its end. Throws Error
// for an invalid regular expression.
LexedQuery lex_query(std::string_view query, CivilDay today, Typing typing, Remarks& remarks);

}  // namespace notes

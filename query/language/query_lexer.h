// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a query into tokens, and decides which of its operators and parentheses count.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"
#include "query/language/field_value.h"
#include "query/language/query_messages.h"

namespace notes {

enum class TokenKind : std::uint8_t {
  word,
  phrase,
  prefix,
  regex,
  condition,
  open,   // `(`
  close,  // `)`
  and_operator,
  or_operator,
  not_operator,
  near_operator,
};

// Views point into the query or to static text.
struct Token {
  TokenKind kind = TokenKind::word;
  std::string_view text;             // the word, phrase, prefix, regex or value, without signs
  std::string_view piece;            // up to the next blank or quote, signs included
  std::optional<FieldName> name;     // for a condition, or an open: field:(
  ValueForm form = ValueForm::bare;  // whether text was typed in quotes
  bool excluded = false;             // has a `-` before it
  bool begun = false;                // the user may still be typing it; not for a prefix
  int distance = 0;                  // the n of NEAR/n
  ByteRange typed;                   // with quotes and stars, without `-` and cut punctuation
};

struct LexedQuery {
  std::vector<Token> tokens;  // no sign-only words, empty phrases or conditions without a value
  bool asks = false;          // has a question mark at the end of a word or on its own
};

// In bytes, a few hundred words; query_parser cuts off the rest. Xapian's time grows faster than
// the number of words.
inline constexpr std::size_t kLongestQuery = 4 * 1024;

// `query` has at most kLongestQuery bytes. Throws Error for an invalid regular expression.
LexedQuery lex_query(std::string_view query, Typing typing, Remarks& remarks);

bool is_operator(TokenKind kind);

inline constexpr std::size_t kDeepestGroup = 50;

struct QueryStructure {
  std::vector<Token> tokens;
  // AND, OR, NOT, NEAR outside -( ) and field:( ), each once, in order of first use.
  std::vector<std::string_view> operators;
  bool asks = false;  // has a question mark, see LexedQuery
};

// The result is a well-formed expression: every operator has its operands, and every group is
// closed, not empty and not deeper than kDeepestGroup.
QueryStructure find_structure(const LexedQuery& query, Remarks& remarks);

}  // namespace notes

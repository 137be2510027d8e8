// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a query into tokens with their places. Knows how words, phrases, fields and operators look;
// which operators and parentheses count is for query_structure.h to say.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"
#include "query/language/field_value.h"
#include "query/language/query_remarks.h"

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

// Views are into the query or of static text.
struct Token {
  TokenKind kind = TokenKind::word;
  std::string_view text;          // word, phrase, prefix, regex, condition's value: without signs
  std::string_view piece;         // up to the next blank or quote, before any sign was cut off
  std::optional<FieldName> name;  // of a condition, or of an open: field:(
  ValueForm form = ValueForm::bare;  // whether text was typed in quotes
  bool excluded = false;             // `-` stands before it
  bool begun = false;                // of a word: more of it may be typed yet
  int distance = 0;                  // of NEAR/n
  ByteRange typed;                   // with quotes and stars, without `-` and cut punctuation
};

struct LexedQuery {
  std::vector<Token> tokens;  // no sign-only words, empty phrases or conditions without a value
  bool asks = false;          // a question mark stands at the end of a word or alone
};

// Bytes; query_parser cuts it there. Some hundred words: Xapian's time grows faster than their
// number.
inline constexpr std::size_t kLongestQuery = 4 * 1024;

// `query` is no longer than kLongestQuery. Throws Error for a regular expression that is wrong.
LexedQuery lex_query(std::string_view query, Remarks& remarks);

bool is_operator(TokenKind kind);
bool is_operand(TokenKind kind);

}  // namespace notes

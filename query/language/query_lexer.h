// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a query into tokens, and pairs its parentheses.
#pragma once

#include <cstdint>
#include <string>
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

struct ParenthesisFaults {
  std::vector<std::uint32_t> unclosed;  // byte positions
  std::vector<std::uint32_t> surplus;
  std::uint32_t too_deep = 0;  // column of the first; 0 = none
};

// Drops every `)` that closes nothing, every empty group and every pair that is deeper than
// kDeepestGroup, and closes groups open at the end.
std::vector<Token> pair_parentheses(const std::vector<Token>& tokens, ParenthesisFaults& faults);

void remark_on(const ParenthesisFaults& faults, Remarks& remarks);

// Where things in a query end. These scan forward from a byte of the query; together they read it a
// fixed number of times.

// A minus directly followed by a letter, digit, quote or parenthesis.
bool is_minus_before_operand(std::string_view query, std::size_t byte);

// For each byte, whether it is a `(` whose `)` follows before the next blank, as in main(). Such a
// pair is part of the word around it, if there is one.
std::vector<bool> pairs_inside_words(std::string_view query);

// The end of the word that starts at `byte`. A blank ends it, and so does a parenthesis that is not
// part of the word or a quote that opens a phrase, as in author:"a b".
std::size_t word_end(std::string_view query, std::size_t byte, const std::vector<bool>& pairs);

enum class QuoteEnding : std::uint8_t {
  closed,
  next_quote,  // at a quote that seems to open another phrase: "a b "c d"
  query_end,
};

struct QuotedText {
  std::string_view text;  // between the quotes
  std::size_t end = 0;    // after the closing quote
  QuoteEnding ending = QuoteEnding::closed;
};

// The size of the quotation mark at `byte` if it opens a phrase, else 0. Curly quotes and
// guillemets open one only if they are closed later.
std::size_t opening_quote_size(std::string_view query, std::size_t byte);

// Scans from an opening quotation mark.
QuotedText scan_quoted(std::string_view query, std::size_t opening_quote);

// Quotes the text with marks that it does not contain, so that it parses back unchanged.
std::string in_quotes(std::string_view text);

}  // namespace notes

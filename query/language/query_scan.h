// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the ends of words, quoted text and regular expressions in a query. Every function scans
// forward from a byte of the query; together they read it a fixed number of times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// A minus directly followed by a letter, digit, quote or parenthesis.
bool is_minus_before_operand(std::string_view query, std::size_t byte);

// The end of the lower-case ASCII letters that start at `byte`.
std::size_t field_name_end(std::string_view query, std::size_t byte);

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

struct RegexText {
  std::string_view pattern;
  std::size_t end = 0;  // after the closing slash
  bool closed = false;
};

RegexText scan_regex(std::string_view query, std::size_t pattern_begin);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds where the parts of a query end: words, quoted text, regular expressions. Every function
// looks forward from a byte of the query, and all of them together read it a fixed number of times.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

// A minus with a letter, digit, quote or parenthesis right behind it.
bool is_minus_before_operand(std::string_view query, std::size_t byte);

// The end of the ASCII letters from `byte` on.
std::size_t field_name_end(std::string_view query, std::size_t byte);

// For each byte, whether it is a `(` whose `)` stands in the same blank-separated piece, as in
// main(). Such a pair belongs to the word around it, if there is one.
std::vector<bool> pairs_inside_words(std::string_view query);

// The end of the word from `byte` on: a blank, a parenthesis that is not the word's own, or a quote
// that begins a phrase, as in author:"a b".
std::size_t word_end(std::string_view query, std::size_t byte, const std::vector<bool>& pairs);

enum class QuoteEnding : std::uint8_t {
  closed,
  next_quote,  // a quote that looks as if it opened another phrase: "a b "c d"
  query_end,
};

struct QuotedText {
  std::string_view text;  // between the quotes
  std::size_t end = 0;    // behind the closing quote
  QuoteEnding ending = QuoteEnding::closed;
};

// The bytes of the quotation mark at `byte` if it opens a phrase, else 0. Curly marks and
// guillemets do when they are closed later; alone they are punctuation.
std::size_t opening_quote_size(std::string_view query, std::size_t byte);

// From such a mark on.
QuotedText scan_quoted(std::string_view query, std::size_t opening_quote);

// A quoted text between marks that it does not hold, so that it reads back as itself.
std::string in_quotes(std::string_view text);

struct RegexText {
  std::string_view pattern;
  std::size_t end = 0;  // behind the closing slash
  bool closed = false;
};

RegexText scan_regex(std::string_view query, std::size_t pattern_begin);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Character classes for parsing queries, their quotes, and the punctuation around a word, which is
// trimmed unless it is part of the word: C++, .NET, e.g., --flag, #tag. common/text splits words
// into terms.
#pragma once

#include <string>
#include <string_view>

#include "common/text/code_point.h"

namespace notes {

// `text` is not empty.
CodePoint last_code_point(std::string_view text);

bool is_blank(char32_t c);         // Unicode white space and control characters
bool carries_meaning(char32_t c);  // anything but blanks and punctuation: letters, digits, emoji
bool holds_meaning(std::string_view text);
bool is_all_blank(std::string_view text);

// Cuts ? ! , ; . : and closing quotes off the end; the last dot of "e.g." stays.
std::string_view trim_word(std::string_view piece);

// The same for the value of a field, but keeps ".." at the end: it is an open range.
std::string_view trim_value(std::string_view piece);

// Whether it has two letters or digits, which a star needs before it.
bool can_be_prefix(std::string_view stem);

// The prefix before a star at the end: "quant" for "quant*". Empty if there is no star or fewer
// than two letters or digits before it.
std::string_view stem_of_prefix(std::string_view word);

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

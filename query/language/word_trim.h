// SPDX-License-Identifier: GPL-2.0-or-later
// Which part of a blank-separated piece of a query is its word: sentence punctuation around it
// goes, signs that make it another word (C++, .NET, e.g., --flag, #tag) stay.
#pragma once

#include <string_view>

namespace notes {

// Quotes, commas and the like, that never begin a word.
bool is_opening_mark(char32_t c);

// Cuts ? ! , ; . : and closing quotes off the end; the last dot of "e.g." stays.
std::string_view trim_word(std::string_view piece);

// The same for the value of a field, where ".." at the end is an open range.
std::string_view trim_value(std::string_view piece);

bool is_question_mark(char32_t c);

// A star at the end asks for words that begin so: "quant" of "quant*". Empty when `word` is none
// such: fewer than two letters or digits are too little to begin with.
std::string_view stem_of_prefix(std::string_view word);

}  // namespace notes

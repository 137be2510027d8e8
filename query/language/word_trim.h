// SPDX-License-Identifier: GPL-2.0-or-later
// Trims punctuation around a word of a query, but keeps signs that are part of the word: C++, .NET,
// e.g., --flag, #tag.
#pragma once

#include <string_view>

namespace notes {

// Quotes, commas and other marks that never start a word.
bool is_opening_mark(char32_t c);

// Cuts ? ! , ; . : and closing quotes off the end; the last dot of "e.g." stays.
std::string_view trim_word(std::string_view piece);

// The same for the value of a field, but keeps ".." at the end: it is an open range.
std::string_view trim_value(std::string_view piece);

bool is_question_mark(char32_t c);

// The prefix before a star at the end: "quant" for "quant*". Empty if there is no star or fewer
// than two letters or digits before it.
std::string_view stem_of_prefix(std::string_view word);

}  // namespace notes

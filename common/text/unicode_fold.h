// SPDX-License-Identifier: GPL-2.0-or-later
// Makes spellings of the same word equal: case folding and compatibility composition (NFKC). Keeps
// no offsets: it folds a word as a whole, and the word scanner knows its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace notes {

// What many people leave out: accents, vowel points, variants of a letter.
enum class Marks : std::uint8_t { dropped, kept };

// "wurstchen" for "Würstchen", or "würstchen" if it keeps its marks; without apostrophes. `word` is
// valid UTF-8. Takes quadratic time for a run of marks, so callers limit the length of a word.
std::string fold_word(std::string_view word, Marks marks = Marks::dropped);

// Folds only case and compatibility forms. Bad UTF-8 stays as it is.
std::string fold_case(std::string_view text);

// What a character is made of, in small letters: an equals sign and a stroke for `≠`, three full
// stops for `…`. The same for spellings that look the same.
std::u32string folded_code_point(char32_t value);

}  // namespace notes

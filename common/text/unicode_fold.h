// SPDX-License-Identifier: GPL-2.0-or-later
// Makes spellings of the same word equal: case folding and compatibility composition (NFKC), and a
// second form without what many people leave out: accents, vowel points, variants of a letter.
// Keeps no offsets: it folds a word as a whole, and the word scanner knows its bytes.
#pragma once

#include <string>
#include <string_view>

namespace notes {

struct FoldedWord {
  std::string marked;  // case folded, composed, without apostrophes: "würstchen"
  std::string plain;   // the same without marks: "wurstchen"
};

// `word` is valid UTF-8. Takes quadratic time for a run of marks, so callers limit the length of a
// word.
FoldedWord fold_word(std::string_view word);

// Folds only case and compatibility forms. Bad UTF-8 stays as it is.
std::string fold_case(std::string_view text);

// What a character is made of, in small letters: an equals sign and a stroke for `≠`, three full
// stops for `…`. The same for spellings that look the same.
std::u32string folded_code_point(char32_t value);

}  // namespace notes

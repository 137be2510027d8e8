// SPDX-License-Identifier: GPL-2.0-or-later
// Makes spellings of the same word equal: case folding and compatibility composition (NFKC), and a
// second form without what many people leave out: accents, vowel points, variants of a letter.
// Keeps no offsets: it folds a word as a whole, and the word scanner knows its bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct FoldedWord {
  std::string marked;  // case folded, composed, without apostrophes: "würstchen"
  std::string plain;   // the same without marks: "wurstchen"
};

class UnicodeFolder {
 public:
  // `word` is valid UTF-8. The result is valid until the next call. Takes quadratic time for a run
  // of marks, so callers limit the length of a word.
  const FoldedWord& fold(std::string_view word);

 private:
  void fold_ascii(std::string_view word);
  void fold_symbol(std::string_view word);
  void fold_any(std::string_view word);
  void decompose(std::string_view word);

  FoldedWord folded_;
  std::vector<std::int32_t> decomposed_;
  std::vector<std::int32_t> plain_;
};

}  // namespace notes

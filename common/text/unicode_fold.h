// SPDX-License-Identifier: GPL-2.0-or-later
// Makes spellings of one word equal: case folding and compatibility composition (NFKC), and a form
// without what many leave out in writing: accents, vowel points, the forms of a letter. Keeps no
// offsets: a word folds as a whole, and its bytes in the text are the word scanner's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct FoldedWord {
  std::string marked;  // case folded, composed, without apostrophes: "würstchen"
  std::string plain;   // the same plainly written: "wurstchen"
};

class UnicodeFolder {
 public:
  // `word` is valid UTF-8. The result is valid until the next call. Costs time quadratic in the
  // longest run of marks, so callers bound the length of a word.
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

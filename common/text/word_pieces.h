// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a word into pieces: `OmniQuant`, `HTTPServer`, `INT2`, `8x7B`. Also decides what an
// apostrophe inside a word means, by language.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "common/text/byte_range.h"
#include "common/text/word_scanner.h"

namespace notes {

// Whether the word `before` lost its last vowel (d'études, qu'elle, dell'anno) and therefore ends
// at the apostrophe. `after` is the text after it, not empty.
bool is_elided(std::string_view before, std::string_view after);

// Whether a Hebrew word may be a word with "and" in front: ושלום.
bool may_begin_with_and(std::string_view word);

// The pieces of a word, split at changes of case and between letters and digits; none if the word
// is not split. The s of a plural (`LLMs`, `1990s`), the ending of a name (`Ankara'nın`) and the
// "and" of ושלום are left out.
class WordPieces {
 public:
  static constexpr std::size_t kMaxPieces = 6;  // a word with more is an id

  WordPieces(std::string_view text, const ScannedWord& word);
  std::span<const ByteRange> all() const& { return {pieces_.data(), count_}; }
  std::span<const ByteRange> all() && = delete;

 private:
  void add(std::size_t begin, std::size_t end);
  void drop_if_whole(const ScannedWord& word);

  std::array<ByteRange, kMaxPieces + 1> pieces_{};
  std::size_t count_ = 0;
};

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Splits plain text into words, and words into pieces. Does not know compounds (analyzer.h) or what
// a word folds to (stem_cache.h).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/byte_range.h"

namespace notes {

enum class WordShape : std::uint8_t {
  plain,      // letters or digits, all of one case except for an initial capital
  mixed,      // changes case, or between letters and digits, or has an ending: may have pieces
  ideograph,  // one character of a script without blanks
  symbol,     // one emoji, arrow, currency sign
};

struct ScannedWord : ByteRange {
  WordShape shape = WordShape::plain;
};

// Appends the words of `text`, which is at most 4 GiB. Base64-like runs and long hexadecimal data
// are not words: nobody searches for them.
void scan_words(std::string_view text, std::vector<ScannedWord>& words);

// Replaces `pieces` by those of a word, split at changes of case and between letters and digits:
// `OmniQuant`, `HTTPServer`, `INT2`, `8x7B`; none if the word is not split. The s of a plural
// (`LLMs`, `1990s`), the ending of a name (`Ankara'nın`) and the "and" of ושלום are left out.
void split_word(std::string_view text, const ScannedWord& word, std::vector<ByteRange>& pieces);

// Whether a word looks like an abbreviated digest, as git shows them: at least 7 hexadecimal
// digits, some of them letters and some not.
bool is_begun_digest(std::string_view word);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The signs of a phrase before, between and after its words, and whether a text has them in the
// same places. Ignores case, composition and the number of blanks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"

namespace notes {

using Signs = std::u32string;  // folded; empty = any

// Which sides of a gap have a word, or a digit each.
enum class Gap : std::uint8_t {
  before_words,
  between_words,
  between_digits,
  after_words,
  no_words
};

// Ignores blanks and apostrophes, the hyphen of "post-training" but not of "2-5", and a full stop
// after a word. A gap with nothing else has empty signs. All hyphens are the same sign.
Signs read_signs(std::string_view gap, Gap kind);

// Finds `signs` in a gap of a text: at its end before words, all of it between words, at its start
// after words, and anywhere if there are no words. Empty signs are in every gap.
std::optional<ByteRange> find_signs(const Signs& signs, std::string_view gap, Gap kind);

}  // namespace notes

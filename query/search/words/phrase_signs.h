// SPDX-License-Identifier: GPL-2.0-or-later
// The signs of a phrase: what stands before, between and behind its words, and whether it stands
// so in a text too. Case, composition and the number of blanks do not matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/text/byte_range.h"

namespace notes {

using Signs = std::u32string;  // folded; empty: whatever stands there

// Which sides of a gap have a word.
enum class Gap : std::uint8_t { before_words, between_words, behind_words, no_words };

// Blanks and apostrophes say nothing, nor does the hyphen of "post-training" or a full stop behind
// a word; a gap of such signs alone is empty.
Signs read_signs(std::string_view gap, Gap kind);

// Where `signs` stand in the gap of a text: at its end before words, all of it between words, at
// its start behind words, and anywhere when there are no words. Empty signs stand in every gap.
std::optional<ByteRange> find_signs(const Signs& signs, std::string_view gap, Gap kind);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// How neighbouring words belong together (Z-Fold, std::vector) and which signs belong to a word
// (C++,
// --flag). Offsets are in the scanned text. Pieces inside a word: see word_pieces.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "common/text/byte_range.h"
#include "common/text/word_scanner.h"

namespace notes {

// How many of `words`, from the first on, make one compound: joined by single hyphens,
// underscores, dots or `::` without blanks. At least 1; `words` is not empty.
std::size_t compound_length(std::string_view text, std::span<const ScannedWord> words);

// Whether a compound is found by its parts written as one word too.
bool is_joinable(std::span<const ScannedWord> compound);

// Signs that open a compound and the words they make another: `--dry-run`, `@name`, `#tag`; of
// `.NET-based` just `.NET`.
std::optional<ByteRange> leading_sigil(std::string_view text,
                                       std::span<const ScannedWord> compound);

// A word with the signs behind it: `C++`, `F#`.
std::optional<ByteRange> trailing_sigil(std::string_view text, const ScannedWord& word);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Which neighbouring words belong together (Z-Fold, std::vector, 3.10.2) and which signs belong to
// a word (C++, --flag). Offsets are in the scanned text. For pieces inside a word see
// word_pieces.h.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "common/text/byte_range.h"
#include "common/text/word_scanner.h"

namespace notes {

// How many of `words`, starting with the first, make one compound: joined by single hyphens,
// underscores, dots, `::` or the commas of 1,000,000, without blanks. At least 1; `words` is not
// empty.
std::size_t compound_length(std::string_view text, std::span<const ScannedWord> words);

// Whether a compound is also found by its parts written as one word. A number is not: 1.5 is not
// 15.
bool is_joinable(std::string_view text, std::span<const ScannedWord> compound);

// A number that starts in the first word of a part of a compound: 3.10.2 in v3.10.2-beta, 1.5 in
// 1.5kg, 1,000, or 978-3-16-148410-0, which may also be typed without hyphens.
struct ComposedNumber {
  ByteRange bytes;
  std::size_t word_count = 0;
};
std::optional<ComposedNumber> find_number(std::string_view text,
                                          std::span<const ScannedWord> compound);

// The first word of a part of a compound with signs before it that make it a different word:
// `--dry-run`, `@name` and `#tag` as a whole, but only `.NET` of `.NET-based` and `.pdf` of
// `a.pdf`.
std::optional<ByteRange> leading_sigil(std::string_view text,
                                       std::span<const ScannedWord> compound);

// A word with signs after it: `C++`, `F#`.
std::optional<ByteRange> trailing_sigil(std::string_view text, const ScannedWord& word);

}  // namespace notes

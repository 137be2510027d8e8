// SPDX-License-Identifier: GPL-2.0-or-later
// Finds and mends bytes that are no UTF-8. Decoding is common/text's.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

// Offset of the first byte that does not belong to a well-formed character.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

// The text with U+FFFD for each bad byte.
std::string with_valid_utf8(std::string_view text);

}  // namespace notes

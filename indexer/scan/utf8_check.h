// SPDX-License-Identifier: GPL-2.0-or-later
// Finds and replaces bytes that are not UTF-8. common/text decodes characters.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace notes {

// Offset of the first byte that does not belong to a well-formed character.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

// The text, with U+FFFD in place of each bad byte.
std::string with_valid_utf8(std::string_view text);

}  // namespace notes

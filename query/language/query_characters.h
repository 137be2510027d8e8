// SPDX-License-Identifier: GPL-2.0-or-later
// Character classes for parsing queries. common/text splits words into terms.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/code_point.h"

namespace notes {

inline constexpr char32_t kBadCharacter = 0xFFFD;

// `text` is not empty.
CodePoint last_code_point(std::string_view text);

bool is_blank(char32_t c);         // Unicode white space and control characters
bool carries_meaning(char32_t c);  // anything but blanks and punctuation: letters, digits, emoji
bool holds_meaning(std::string_view text);
bool is_all_blank(std::string_view text);

std::string lower_ascii(std::string_view text);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The little that reading a query needs to know about characters. Splitting words into terms is
// common/text's job, not this one's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/code_point.h"

namespace notes {

inline constexpr char32_t kBadCharacter = 0xFFFD;

// `text` is not empty.
CodePoint last_code_point(std::string_view text);

bool is_blank(char32_t c);         // white space of any script, and control characters
bool carries_meaning(char32_t c);  // letters, digits, emoji: all but blanks and signs
bool holds_meaning(std::string_view text);
bool is_all_blank(std::string_view text);

std::string lower_ascii(std::string_view text);

}  // namespace notes

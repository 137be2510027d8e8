// SPDX-License-Identifier: GPL-2.0-or-later
// The words of written dates in the languages that notes are written in. Case and accents do not
// matter.
#pragma once

#include <optional>
#include <string_view>

namespace notes {

struct DateWord {
  int month = 0;            // 0: names none
  bool is_certain = true;   // false: also another word, so that the month needs a day and a year
  bool is_weekday = false;  // "mar" is March and a Tuesday
  bool is_week = false;     // "week", "KW"
};

std::optional<DateWord> find_date_word(std::string_view word);

// The name of a month that begins so, in small letters: for words that are still typed.
std::optional<std::string_view> month_begun(std::string_view letters);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The words that dates use, in the languages people write notes in. Case and accents do not matter.
#pragma once

#include <optional>
#include <string_view>

namespace notes {

struct DateWord {
  int month = 0;            // 0: not a month
  bool is_certain = true;   // false: also an ordinary word, so the month needs a day and a year
  bool is_weekday = false;  // "mar" is March and also a Tuesday
  bool is_week = false;     // "week", "KW"
};

std::optional<DateWord> find_date_word(std::string_view word);

// The name of the month that starts with these lower-case letters: for completing a half-typed
// word.
std::optional<std::string_view> month_begun(std::string_view letters);

}  // namespace notes

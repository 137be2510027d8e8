// SPDX-License-Identifier: GPL-2.0-or-later
// The words and short forms of dates: month names, lastweek, monday, 30d. All text is lower case.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "common/day.h"

namespace notes {

// One to four digits.
std::optional<int> small_number(std::string_view digits);

// "feb", "february": 2.
std::optional<int> month_named(std::string_view text);

// The first month that begins so: "f" is february. All begin with nothing.
std::optional<std::string_view> month_begun(std::string_view text);

// "today", "lastweek" and the like: what span_named takes beside weekdays.
std::vector<std::string_view> span_names();

// "today", "lastweek", "last-week", "monday" (the latest one up to today).
std::optional<DateSpan> span_named(std::string_view text, CivilDay today);

// Whether it is the beginning of a word that is a date by itself, such as "last-w", "tue" or "2we".
bool begins_date_word(std::string_view text);

// "30d", "2w", "3m" (months), "1y", "2weeks": the day that long before today. A month or year ago
// is the same day of that month, or its last day.
std::optional<CivilDay> days_or_months_ago(std::string_view text, CivilDay today);

}  // namespace notes

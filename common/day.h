// SPDX-License-Identifier: GPL-2.0-or-later
// Local calendar time to the minute, and spans of it. There are no time zones: a note's date is
// what its author saw on the clock. Prints dates; date_reader reads them.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace notes {

// A calendar day that plain numbers make: {2024, 2, 16}.
struct CivilDay : std::chrono::year_month_day {
  constexpr CivilDay() : CivilDay(1970, 1, 1) {}
  constexpr CivilDay(int year, int month, int day)
      : year_month_day(std::chrono::year(year) / month / day) {}
  constexpr CivilDay(std::chrono::year_month_day day) : year_month_day(day) {}
  constexpr CivilDay(std::chrono::sys_days day) : year_month_day(day) {}
};

// Minutes since 1970-01-01T00:00, local.
using Minute = std::int64_t;
inline constexpr Minute kMinutesPerDay = 24 * 60;

CivilDay day_of(Minute minute);
Minute midnight(CivilDay day);  // at its start

enum class DatePrecision : std::uint8_t { minute, day, range };

// The time that a date covers: `2024-02-16 19:26` is one minute, `2024-02-16` a day, `February
// 2024`, `2024-W07` or `2024` a range of days. Both ends are inclusive.
struct DateSpan {
  Minute begin = 0;
  Minute end = 0;
  DatePrecision precision = DatePrecision::day;
  bool operator==(const DateSpan&) const = default;
};

DateSpan span_of_minute(CivilDay day, int minute_of_day);
DateSpan span_of_day(CivilDay day);
DateSpan span_of_days(CivilDay first, CivilDay last);  // both inclusive
DateSpan span_of_week(CivilDay any_day);               // from Monday to Sunday
DateSpan span_of_months(std::chrono::year_month first, int count = 1);
DateSpan span_of_year(std::chrono::year year);

bool holds(const DateSpan& span, const DateSpan& part);

bool is_month(const DateSpan& span);
bool is_year(const DateSpan& span);
bool is_whole_months(const DateSpan& span);  // a month, several, or a year

// "2024-02-16T19:26" for a minute, "2024-02-16" for a day or the first day of a range.
std::string begin_text(const DateSpan& span);
// "2024-02-29": the last day of a range; empty for a minute or a day.
std::string end_text(const DateSpan& span);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Local calendar time to the minute, and spans of it. There are no time zones: a note's date is
// what its author saw on the clock. Prints dates; date_reader reads them.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace notes {

struct CivilDay {
  int year = 0;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  auto operator<=>(const CivilDay&) const = default;
};

bool is_valid(CivilDay day);              // a real day in the years 1000 to 9999
std::int64_t days_since_epoch(CivilDay);  // 1970-01-01 is 0 (proleptic Gregorian)
CivilDay civil_day(std::int64_t days_since_epoch);
CivilDay last_day_of_month(int year, int month);

// Minutes since 1970-01-01T00:00, local.
using Minute = std::int64_t;
inline constexpr Minute kMinutesPerDay = 24 * 60;

CivilDay day_of(Minute minute);

enum class DatePrecision : std::uint8_t { minute, day, range };

// The time that a date covers: `2024-02-16 19:26` is one minute, `2024-02-16` a day, `February
// 2024`, `2024-W07` or `2024` a range of days. Both ends are inclusive.
struct DateSpan {
  Minute begin = 0;
  Minute end = 0;
  DatePrecision precision = DatePrecision::day;
  bool operator==(const DateSpan&) const = default;
};

DateSpan span_of_minute(CivilDay day, int hour, int minute);
DateSpan span_of_day(CivilDay day);
DateSpan span_of_days(CivilDay first, CivilDay last);  // both inclusive
DateSpan span_of_week(CivilDay any_day);               // from Monday to Sunday
DateSpan span_of_month(int year, int month);
DateSpan span_of_year(int year);

bool holds(const DateSpan& span, const DateSpan& part);

bool is_month(const DateSpan& span);
bool is_year(const DateSpan& span);
bool is_whole_months(const DateSpan& span);  // a month, several, or a year

// "2024-02-16T19:26" for a minute, "2024-02-16" for a day or the first day of a range.
std::string begin_text(const DateSpan& span);
// "2024-02-29": the last day of a range; empty for a minute or a day.
std::string end_text(const DateSpan& span);

}  // namespace notes

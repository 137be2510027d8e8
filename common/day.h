// SPDX-License-Identifier: GPL-2.0-or-later
// Local calendar time to the minute, and spans of it. There are no time zones: a note's date is
// what its author saw on the clock. Prints dates; date_reader reads them.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
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

inline CivilDay day_of(Minute minute) {
  return std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::minutes>(std::chrono::minutes(minute)));
}

inline Minute midnight(CivilDay day) {  // at its start
  return kMinutesPerDay * std::chrono::sys_days(day).time_since_epoch().count();
}

enum class DatePrecision : std::uint8_t { minute, day, range };

// The time that a date covers: `2024-02-16 19:26` is one minute, `2024-02-16` a day, `February
// 2024`, `2024-W07` or `2024` a range of days. Both ends are inclusive.
struct DateSpan {
  Minute begin = 0;
  Minute end = 0;
  DatePrecision precision = DatePrecision::day;
  bool operator==(const DateSpan&) const = default;
};

inline DateSpan span_of_minute(CivilDay day, int minute_of_day) {
  const Minute at = midnight(day) + minute_of_day;
  return {at, at, DatePrecision::minute};
}

inline DateSpan span_of_day(CivilDay day) {
  return {midnight(day), midnight(day) + kMinutesPerDay - 1, DatePrecision::day};
}

inline DateSpan span_of_days(CivilDay first, CivilDay last) {  // both inclusive
  return {midnight(first), midnight(last) + kMinutesPerDay - 1, DatePrecision::range};
}

inline DateSpan span_of_week(CivilDay any_day) {  // from Monday to Sunday
  const std::chrono::sys_days day = any_day;
  const auto monday = day - (std::chrono::weekday(day) - std::chrono::Monday);
  return span_of_days(monday, monday + std::chrono::days(6));
}

inline DateSpan span_of_months(std::chrono::year_month first, int count = 1) {
  const auto last = first + std::chrono::months(count - 1);
  return span_of_days(first / 1, std::chrono::sys_days(last / std::chrono::last));
}

inline DateSpan span_of_month(CivilDay any_day) {
  return span_of_months(any_day.year() / any_day.month());
}

inline DateSpan span_of_year(CivilDay any_day) {
  return span_of_months(any_day.year() / 1, 12);
}

inline bool holds(const DateSpan& span, const DateSpan& part) {
  return span.begin <= part.begin && part.end <= span.end;
}

inline bool is_month(const DateSpan& span) {
  return span == span_of_month(day_of(span.begin));
}

inline bool is_year(const DateSpan& span) {
  return span == span_of_year(day_of(span.begin));
}

inline bool is_whole_months(const DateSpan& span) {  // a month, several, or a year
  constexpr std::chrono::day kFirst(1);
  return span.precision == DatePrecision::range && day_of(span.begin).day() == kFirst &&
         day_of(span.end + 1).day() == kFirst;
}

// "2024-02-16T19:26" for a minute, "2024-02-16" for a day or the first day of a range.
inline std::string begin_text(const DateSpan& span) {
  const CivilDay day = day_of(span.begin);
  const auto minute = static_cast<int>(span.begin - midnight(day));
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), minute / 60,
                minute % 60);
  const std::string whole = text.data();
  return span.precision == DatePrecision::minute ? whole : whole.substr(0, whole.find('T'));
}

// "2024-02-29": the last day of a range; empty for a minute or a day.
inline std::string end_text(const DateSpan& span) {
  return span.precision == DatePrecision::range ? begin_text(span_of_day(day_of(span.end))) : "";
}

}  // namespace notes

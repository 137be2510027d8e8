// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/day.h"

#include <array>
#include <cstdio>

namespace notes {
namespace {

bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

Minute midnight(CivilDay day) {
  return days_since_epoch(day) * kMinutesPerDay;
}

CivilDay day_of(Minute minute) {
  const std::int64_t days = minute / kMinutesPerDay - (minute % kMinutesPerDay < 0 ? 1 : 0);
  return civil_day(days);
}

std::string iso_text(CivilDay day) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return text.data();
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && is_leap(year)) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

bool is_valid(CivilDay day) {
  return day.year >= 1000 && day.year <= 9999 && day.month >= 1 && day.month <= 12 &&
         day.day >= 1 && day.day <= days_in_month(day.year, day.month);
}

// Howard Hinnant's algorithms "days_from_civil" and "civil_from_days".
std::int64_t days_since_epoch(CivilDay day) {
  const std::int64_t year = day.year - (day.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year =
      (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDay civil_day(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int year = static_cast<int>(year_of_era + era * 400) + (month <= 2 ? 1 : 0);
  return {year, month, static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
}

CivilDay first_day_of_iso_week(int year, int week) {
  const std::int64_t fourth_of_january = days_since_epoch({year, 1, 4});
  const std::int64_t weekday = ((fourth_of_january + 3) % 7 + 7) % 7;  // Monday is 0
  return civil_day(fourth_of_january - weekday + 7 * (week - 1));
}

std::optional<CivilDay> parse_iso_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const CivilDay parsed{*year, *month, *day};
  return is_valid(parsed) ? std::optional(parsed) : std::nullopt;
}

DateSpan span_of_minute(CivilDay day, int hour, int minute) {
  const Minute at = midnight(day) + hour * 60 + minute;
  return {at, at, DatePrecision::minute};
}

DateSpan span_of_day(CivilDay day) {
  return {midnight(day), midnight(day) + kMinutesPerDay - 1, DatePrecision::day};
}

DateSpan span_of_days(CivilDay first, CivilDay last) {
  return {midnight(first), midnight(last) + kMinutesPerDay - 1, DatePrecision::range};
}

DateSpan span_of_month(int year, int month) {
  return span_of_days({year, month, 1}, {year, month, days_in_month(year, month)});
}

DateSpan span_of_year(int year) {
  return span_of_days({year, 1, 1}, {year, 12, 31});
}

std::string begin_text(const DateSpan& span) {
  std::string day = iso_text(day_of(span.begin));
  if (span.precision != DatePrecision::minute) return day;
  const Minute of_day = (span.begin % kMinutesPerDay + kMinutesPerDay) % kMinutesPerDay;
  std::array<char, 16> time{};
  std::snprintf(time.data(), time.size(), "T%02d:%02d", static_cast<int>(of_day / 60),
                static_cast<int>(of_day % 60));
  return day + time.data();
}

std::string end_text(const DateSpan& span) {
  return span.precision == DatePrecision::range ? iso_text(day_of(span.end)) : std::string();
}

}  // namespace notes

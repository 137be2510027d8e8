// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/day.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace notes {
namespace {

using std::chrono::year_month_day;

year_month_day calendar_day(CivilDay day) {
  return {std::chrono::year(day.year), std::chrono::month(static_cast<unsigned>(day.month)),
          std::chrono::day(static_cast<unsigned>(day.day))};
}

CivilDay plain_day(year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

Minute midnight(CivilDay day) {
  return days_since_epoch(day) * kMinutesPerDay;
}

std::string iso_text(CivilDay day) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
  return text.data();
}

}  // namespace

bool is_valid(CivilDay day) {
  return day.year >= 1000 && day.year <= 9999 && calendar_day(day).ok();
}

std::int64_t days_since_epoch(CivilDay day) {
  return std::chrono::sys_days(calendar_day(day)).time_since_epoch().count();
}

CivilDay civil_day(std::int64_t days) {
  const std::chrono::days since_epoch(static_cast<std::chrono::days::rep>(days));
  return plain_day(std::chrono::sys_days(since_epoch));
}

CivilDay day_of(Minute minute) {
  return civil_day(std::chrono::floor<std::chrono::days>(std::chrono::minutes(minute)).count());
}

CivilDay last_day_of_month(int year, int month) {
  const year_month_day first = calendar_day({year, month, 1});
  return plain_day(first.year() / first.month() / std::chrono::last);
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

DateSpan span_of_week(CivilDay any_day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(calendar_day(any_day))};
  const std::int64_t monday = days_since_epoch(any_day) - (weekday.iso_encoding() - 1);
  return span_of_days(civil_day(monday), civil_day(monday + 6));
}

DateSpan span_of_month(int year, int month) {
  return span_of_days({year, month, 1}, last_day_of_month(year, month));
}

DateSpan span_of_year(int year) {
  return span_of_days({year, 1, 1}, {year, 12, 31});
}

bool holds(const DateSpan& span, const DateSpan& part) {
  return span.begin <= part.begin && part.end <= span.end;
}

bool is_month(const DateSpan& span) {
  const CivilDay first = day_of(span.begin);
  return span == span_of_month(first.year, first.month);
}

bool is_year(const DateSpan& span) {
  return span == span_of_year(day_of(span.begin).year);
}

bool is_whole_months(const DateSpan& span) {
  return day_of(span.begin).day == 1 && day_of(span.end + 1).day == 1 &&
         span.precision == DatePrecision::range;
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

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/day.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace notes {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;

CivilDay day_of(Minute minute) {
  return std::chrono::floor<days>(
      std::chrono::sys_time<std::chrono::minutes>(std::chrono::minutes(minute)));
}

Minute midnight(CivilDay day) {
  return std::chrono::minutes(sys_days(day).time_since_epoch()).count();
}

DateSpan span_of_minute(CivilDay day, int minute_of_day) {
  const Minute at = midnight(day) + minute_of_day;
  return {at, at, DatePrecision::minute};
}

DateSpan span_of_day(CivilDay day) {
  return {midnight(day), midnight(day) + kMinutesPerDay - 1, DatePrecision::day};
}

DateSpan span_of_days(CivilDay first, CivilDay last) {
  return {midnight(first), midnight(last) + kMinutesPerDay - 1, DatePrecision::range};
}

DateSpan span_of_week(CivilDay any_day) {
  const sys_days monday = sys_days(any_day) - (std::chrono::weekday(any_day) - std::chrono::Monday);
  return span_of_days(monday, monday + days(6));
}

DateSpan span_of_months(std::chrono::year_month first, int count) {
  return span_of_days(first / 1, sys_days((first + months(count - 1)) / std::chrono::last));
}

DateSpan span_of_year(std::chrono::year year) {
  return span_of_months(year / 1, 12);
}

bool holds(const DateSpan& span, const DateSpan& part) {
  return span.begin <= part.begin && part.end <= span.end;
}

bool is_month(const DateSpan& span) {
  const CivilDay first = day_of(span.begin);
  return span == span_of_months(first.year() / first.month());
}

bool is_year(const DateSpan& span) {
  return span == span_of_year(day_of(span.begin).year());
}

bool is_whole_months(const DateSpan& span) {
  constexpr std::chrono::day kFirst(1);
  return day_of(span.begin).day() == kFirst && day_of(span.end + 1).day() == kFirst &&
         span.precision == DatePrecision::range;
}

std::string begin_text(const DateSpan& span) {
  const CivilDay day = day_of(span.begin);
  const auto minute = static_cast<int>(span.begin - midnight(day));
  std::array<char, 48> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()), minute / 60,
                minute % 60);
  const std::string_view whole = text.data();
  return std::string(span.precision == DatePrecision::minute ? whole
                                                             : whole.substr(0, whole.find('T')));
}

std::string end_text(const DateSpan& span) {
  if (span.precision != DatePrecision::range) return {};
  return begin_text({span.end, span.end, DatePrecision::day});
}

}  // namespace notes

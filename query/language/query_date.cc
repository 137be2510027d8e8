// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "query/language/date_words.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::size_t kLongestDate = 64;  // bytes; anything longer is none

struct DateParts {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
};

// False when there already is one.
bool fill(std::optional<int>& place, int value) {
  if (place) return false;
  place = value;
  return true;
}

// Two digits are a month after a year, a day otherwise: 2024-02-13, 13-feb-2024, but not
// 02-13-2024, which one half of the world reads as the other half does not.
bool take_part(DateParts& parts, std::string_view text) {
  if (const auto month = month_named(text)) return fill(parts.month, *month);
  const auto number = small_number(text);
  if (!number) return false;
  if (text.size() == 4) return fill(parts.year, *number);
  if (text.size() > 2) return false;
  return fill(parts.year && !parts.month ? parts.month : parts.day, *number);
}

std::vector<std::string_view> split_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find_first_of("-/_ ");
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::optional<DateSpan> span_of(const DateParts& parts, CivilDay today) {
  const int month = parts.month.value_or(1);
  const int year = parts.year.value_or(month <= today.month ? today.year : today.year - 1);
  if (!is_valid({year, month, parts.day.value_or(1)})) return std::nullopt;
  if (parts.day && parts.month && parts.year) return span_of_day({year, month, *parts.day});
  if (parts.day) return std::nullopt;
  return parts.month ? span_of_month(year, month) : span_of_year(year);
}

std::optional<DateSpan> read_calendar_date(std::string_view text, CivilDay today) {
  if (text.size() == 8 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
    const auto day =
        parse_iso_day(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                      std::string(text.substr(6, 2)));
    return day ? std::optional(span_of_day(*day)) : std::nullopt;
  }
  DateParts parts;
  for (const std::string_view part : split_parts(text))
    if (!take_part(parts, part)) return std::nullopt;
  return span_of(parts, today);
}

// 2024-W07
std::optional<DateSpan> read_week(std::string_view text) {
  const auto w = text.find('w');
  if (w == std::string_view::npos || w < 4) return std::nullopt;
  const auto year = small_number(text.substr(0, 4));
  const auto week = small_number(text.substr(w + 1));
  const bool plain = w == 4 || (w == 5 && text[4] == '-');
  if (!plain || !year || !week || !is_valid({*year, 1, 1})) return std::nullopt;
  const std::int64_t monday = days_since_epoch(first_day_of_iso_week(*year, *week));
  const bool in_year = *week >= 1 && *week <= 53 && civil_day(monday + 3).year == *year;
  if (!in_year) return std::nullopt;
  return span_of_days(civil_day(monday), civil_day(monday + 6));
}

// 2024-02-13T21:25, also with a blank or `_` for the T, and with seconds, which do not count.
std::optional<DateSpan> read_minute(std::string_view text, CivilDay today) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto mark = text.find_last_of("t _", colon);
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view after = text.substr(colon + 1);
  const auto hour = small_number(text.substr(mark + 1, colon - mark - 1));
  const auto minute = small_number(after.substr(0, 2));
  const bool seconds = after.size() == 5 && after[2] == ':' && small_number(after.substr(3));
  const auto day = read_calendar_date(text.substr(0, mark), today);
  if (!day || day->precision != DatePrecision::day || !hour || !minute) return std::nullopt;
  if (*hour > 23 || *minute > 59 || (after.size() != 2 && !seconds)) return std::nullopt;
  return span_of_minute(civil_day(day->begin / kMinutesPerDay), *hour, *minute);
}

std::optional<DateSpan> read_date(std::string_view text, CivilDay today) {
  if (const auto day = days_or_months_ago(text, today)) return span_of_day(*day);
  if (const auto span = span_named(text, today)) return span;
  if (const auto span = read_week(text)) return span;
  if (const auto span = read_minute(text, today)) return span;
  return read_calendar_date(text, today);
}

// The digits of an ISO day, as far as they go, where the last number is not whole: 202, 2024-,
// 2024-0.
bool begins_iso_day(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00";
  if (text.empty() || text.size() >= kShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (is_digit != (kShape[i] == '0') || (!is_digit && text[i] != '-')) return false;
  }
  return kShape[text.size()] == '0';
}

bool begins_date(std::string_view text) {
  return begins_iso_day(text) || begins_date_word(text);
}

using Dates = std::variant<MinuteRange, DateFault>;

Dates read_comparison(std::string_view text, CivilDay today) {
  const bool inclusive = text.substr(1).starts_with('=');
  const auto span = read_date(text.substr(inclusive ? 2 : 1), today);
  if (!span) return DateFault::not_a_date;
  MinuteRange range;
  if (text.front() == '<')
    range.to = inclusive ? span->end : span->begin - 1;
  else
    range.from = inclusive ? span->begin : span->end + 1;
  return range;
}

Dates read_range(std::string_view first, std::string_view last, CivilDay today) {
  MinuteRange range;
  const auto begin = read_date(first, today);
  const auto end = read_date(last, today);
  if ((!begin && !first.empty()) || (!end && !last.empty())) return DateFault::not_a_date;
  if (begin) range.from = begin->begin;
  if (end) range.to = end->end;
  if (range.from > range.to) return DateFault::ends_before_it_begins;
  return range;
}

}  // namespace

std::variant<MinuteRange, DateFault> read_dates(std::string_view typed, CivilDay today) {
  if (typed.empty() || typed.size() > kLongestDate) return DateFault::not_a_date;
  const std::string lower = lower_ascii(typed);
  const std::string_view text = lower;
  if (text.front() == '<' || text.front() == '>') return read_comparison(text, today);
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return read_range(text.substr(0, dots), text.substr(dots + 2), today);
  if (const auto day = days_or_months_ago(text, today))
    return MinuteRange{span_of_day(*day).begin, span_of_day(today).end};
  const auto span = read_date(text, today);
  if (!span) return DateFault::not_a_date;
  return MinuteRange{span->begin, span->end};
}

bool begins_dates(std::string_view typed, CivilDay today) {
  const std::string lower = lower_ascii(typed);
  std::string_view text = lower;
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    const bool is_range =
        std::holds_alternative<MinuteRange>(read_dates(text.substr(0, dots + 2), today));
    return is_range && begins_date(text.substr(dots + 2));
  }
  text.remove_prefix(std::min(text.find_first_not_of("<>="), text.size()));
  return begins_date(text);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_date.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
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

// How dates are written: 0 a digit, M a month, - any of the signs between, t and what stands for
// it.
constexpr auto kShapes =
    std::to_array<std::string_view>({"0000-00-00t00:00", "00000000", "0000-w00", "0000w00",
                                     "0000-M-00", "00-M-0000", "0-M-0000", "M-0000"});

bool fits(char sign, char typed) {
  switch (sign) {
    case '0':
      return typed >= '0' && typed <= '9';
    case '-':
      return typed == '-' || typed == '/' || typed == '_' || typed == ' ';
    case 't':
      return typed == 't' || typed == '_' || typed == ' ';
    default:
      return typed == sign;
  }
}

// The text with all that the shape lacks behind it, its next digit as given; nothing when it is of
// another shape.
std::optional<std::string> completed(std::string_view text, std::string_view shape, char digit) {
  std::string whole(text);
  std::size_t at = 0;
  for (const char sign : shape) {
    if (sign == 'M') {
      const auto end =
          std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz", at), text.size());
      const std::string_view letters = text.substr(at, end - at);
      at = end;
      const auto month = end < text.size() ? std::optional(letters) : month_begun(letters);
      if (!month || !month_named(*month)) return std::nullopt;
      whole.append(month->substr(letters.size()));
    } else if (at < text.size()) {
      if (!fits(sign, text[at++])) return std::nullopt;
    } else {
      whole += sign == '0' ? std::exchange(digit, '1') : sign;
    }
  }
  return at == text.size() ? std::optional(whole) : std::nullopt;
}

bool begins_date(std::string_view text, CivilDay today) {
  if (text.empty() || read_date(text, today)) return false;
  if (begins_date_word(text)) return true;
  for (const std::string_view shape : kShapes)
    for (const char digit : {'0', '1'})
      if (const auto whole = completed(text, shape, digit); whole && read_date(*whole, today))
        return true;
  return false;
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
    const auto first = read_dates(text.substr(0, dots + 2), today);
    return std::holds_alternative<MinuteRange>(first) && begins_date(text.substr(dots + 2), today);
  }
  if (text.starts_with('<') || text.starts_with('>'))
    text.remove_prefix(text.substr(1).starts_with('=') ? 2 : 1);
  return begins_date(text, today);
}

}  // namespace notes

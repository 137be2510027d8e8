// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <iterator>
#include <optional>
#include <string>

#include "common/date_reader.h"
#include "common/date_words.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

constexpr std::size_t kLongestDate = 64;  // in bytes; longer text is not a date

constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});
constexpr std::chrono::year kFirstYear(1000);

struct Unit {
  std::string_view name;  // also matches without the s, or by its first letter
  int days;
  int months;
};
constexpr auto kUnits =
    std::to_array<Unit>({{"days", 1, 0}, {"weeks", 7, 0}, {"months", 0, 1}, {"years", 0, 12}});

CivilDay days_after(CivilDay day, int count) {
  return std::chrono::sys_days(day) + std::chrono::days(count);
}

// The same day of an earlier month, or the last day of that month if it is shorter.
CivilDay months_before(CivilDay day, int count) {
  const std::chrono::year_month_day before = day - std::chrono::months(count);
  return before.ok() ? before : before.year() / before.month() / std::chrono::last;
}

DateSpan span_of_month_of(CivilDay day) {
  return span_of_months(day.year() / day.month());
}

struct NamedSpan {
  std::string_view name;
  DateSpan (*span)(CivilDay today);
};
constexpr auto kNamedSpans = std::to_array<NamedSpan>({
    {"today", [](CivilDay today) { return span_of_day(today); }},
    {"yesterday", [](CivilDay today) { return span_of_day(days_after(today, -1)); }},
    {"tomorrow", [](CivilDay today) { return span_of_day(days_after(today, 1)); }},
    {"thisweek", [](CivilDay today) { return span_of_week(today); }},
    {"lastweek", [](CivilDay today) { return span_of_week(days_after(today, -7)); }},
    {"thismonth", [](CivilDay today) { return span_of_month_of(today); }},
    {"lastmonth", [](CivilDay today) { return span_of_month_of(months_before(today, 1)); }},
    {"thisyear", [](CivilDay today) { return span_of_year(today.year()); }},
    {"lastyear", [](CivilDay today) { return span_of_year(--today.year()); }},
});

// "last-week" to "lastweek".
std::string without_signs(std::string_view text) {
  std::string word(text);
  std::erase_if(word, [](char c) { return c == '-' || c == '_' || c == ' '; });
  return word;
}

struct Ago {
  CivilDay day;
  bool is_up_to_today = true;  // false: that day only
};

// "30d", "2weeks", "last 3 months", "7 days ago".
std::optional<Ago> read_ago(std::string_view text, CivilDay today) {
  const bool is_one_day = text.ends_with("ago");
  const bool is_short = !text.empty() && text.front() <= '9' && !is_one_day;
  const std::string word = is_short ? std::string(text) : without_signs(text);
  std::string_view rest = word;
  if (rest.starts_with("last") || rest.starts_with("past")) rest.remove_prefix(4);
  if (is_one_day) rest.remove_suffix(3);
  unsigned count = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
  if (error != std::errc() || count > 9999) return std::nullopt;
  rest = {end, rest.data() + rest.size()};
  const auto unit = std::ranges::find_if(kUnits, [&](const Unit& row) {
    return row.name.starts_with(rest) && (rest.size() == 1 || rest.size() + 1 >= row.name.size());
  });
  if (unit == kUnits.end()) return std::nullopt;
  const int units = static_cast<int>(count);
  const CivilDay day = days_after(months_before(today, units * unit->months), -units * unit->days);
  return day.year() < kFirstYear ? std::nullopt : std::optional(Ago{day, !is_one_day});
}

// "lastweek" and the like, or a weekday of at least three letters: the latest one up to today.
std::optional<DateSpan> span_named(std::string_view text, CivilDay today) {
  const std::string word = without_signs(text);
  const auto named = std::ranges::find(kNamedSpans, word, &NamedSpan::name);
  if (named != kNamedSpans.end()) return named->span(today);
  for (int days = 0; days < 7; ++days) {
    const CivilDay day = days_after(today, -days);
    const std::string_view name = kWeekdays[std::chrono::weekday(day).c_encoding()];
    if (word.size() > 2 && name.starts_with(word)) return span_of_day(day);
  }
  return std::nullopt;
}

// A month or day without a year means the latest one up to today.
std::optional<DateSpan> read_one(std::string_view text, CivilDay today) {
  if (const auto ago = read_ago(text, today)) return span_of_day(ago->day);
  if (const auto span = span_named(text, today)) return span;
  const DateSpan year_up_to_today{span_of_day(months_before(today, 12)).end + 1,
                                  span_of_day(today).end, DatePrecision::minute};
  return read_date(text, year_up_to_today);
}

// Adds what the letters `words.front()` may become.
void add_words_begun(std::vector<std::string_view>& words) {
  const std::string_view letters = words.front();
  std::vector<std::string_view> known = span_names();
  known.insert(known.end(), kWeekdays.begin(), kWeekdays.end());
  for (const Unit& unit : kUnits) known.push_back(unit.name.substr(0, unit.name.size() - 1));
  if (const auto month = month_begun(letters)) known.push_back(*month);
  std::ranges::copy_if(known, std::back_inserter(words),
                       [&](std::string_view word) { return word.starts_with(letters); });
}

// Whether `text` is not a date yet but could become one: tries typical endings.
bool begins_date(std::string_view text, CivilDay today) {
  constexpr auto kRests = std::to_array<std::string_view>(
      {"", "1", "01", "101", "0101", "4", "24", "024", "w01", "1-2024", "01-2024", "feb-2024",
       "2024", "-2024", "0", "00", ":00", "0:00", "10:00"});
  if (text.empty() || read_one(text, today)) return false;
  const auto letters = text.find_last_not_of("abcdefghijklmnopqrstuvwxyz") + 1;
  std::vector<std::string_view> words{text.substr(letters)};
  if (letters < text.size()) add_words_begun(words);
  return std::ranges::any_of(words, [&](std::string_view word) {
    return std::ranges::any_of(kRests, [&](std::string_view rest) {
      std::string date(text.substr(0, letters));
      return read_one(date.append(word).append(rest), today).has_value();
    });
  });
}

using Dates = std::variant<MinuteRange, DateFault>;

Dates read_comparison(std::string_view text, CivilDay today) {
  const bool inclusive = text.substr(1).starts_with('=');
  const auto span = read_one(text.substr(inclusive ? 2 : 1), today);
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
  const auto begin = read_one(first, today);
  const auto end = read_one(last, today);
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
  if (const auto ago = read_ago(text, today); ago && ago->is_up_to_today)
    return MinuteRange{span_of_day(ago->day).begin, span_of_day(today).end};
  const auto span = read_one(text, today);
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

std::vector<std::string_view> span_names() {
  std::vector<std::string_view> names;
  for (const NamedSpan& named : kNamedSpans) names.push_back(named.name);
  return names;
}

}  // namespace notes

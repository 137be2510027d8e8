// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/date_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace notes {
namespace {

constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

enum class Unit : std::uint8_t { day, week, month, year };

struct UnitName {
  std::string_view text;
  Unit unit;
};
constexpr auto kUnits = std::to_array<UnitName>({
    {"d", Unit::day},
    {"day", Unit::day},
    {"days", Unit::day},
    {"w", Unit::week},
    {"week", Unit::week},
    {"weeks", Unit::week},
    {"m", Unit::month},
    {"month", Unit::month},
    {"months", Unit::month},
    {"y", Unit::year},
    {"year", Unit::year},
    {"years", Unit::year},
});

// The number of the one name that `text` shortens to at least three letters.
template <std::size_t Size>
std::optional<int> index_of(const std::array<std::string_view, Size>& names,
                            std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const auto found =
      std::ranges::find_if(names, [&](std::string_view name) { return name.starts_with(text); });
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

// last-week as lastweek.
std::string without_signs(std::string_view text) {
  std::string word(text);
  std::erase_if(word, [](char c) { return c == '-' || c == '_' || c == ' '; });
  return word;
}

CivilDay days_after(CivilDay day, std::int64_t days) {
  return civil_day(days_since_epoch(day) + days);
}

int weekday(CivilDay day) {  // Monday is 0
  return static_cast<int>(((days_since_epoch(day) + 3) % 7 + 7) % 7);
}

DateSpan span_of_week(CivilDay any_day) {
  const CivilDay monday = days_after(any_day, -weekday(any_day));
  return span_of_days(monday, days_after(monday, 6));
}

CivilDay months_before(CivilDay day, int months) {
  const int month_count = day.year * 12 + day.month - 1 - months;
  if (month_count < 0) return {};
  CivilDay found{month_count / 12, month_count % 12 + 1, day.day};
  found.day = std::min(found.day, days_in_month(found.year, found.month));
  return found;
}

CivilDay units_before(CivilDay today, int count, Unit unit) {
  switch (unit) {
    case Unit::day:
      return days_after(today, -count);
    case Unit::week:
      return days_after(today, -7 * count);
    case Unit::month:
      return months_before(today, count);
    case Unit::year:
      return months_before(today, 12 * count);
  }
  return today;
}

std::optional<DateSpan> span_of_weekday(std::string_view text, CivilDay today) {
  const auto wanted = index_of(kWeekdays, text);
  if (!wanted) return std::nullopt;
  return span_of_day(days_after(today, -((weekday(today) - *wanted + 7) % 7)));
}

DateSpan span_of_month_before(CivilDay today) {
  const CivilDay before = months_before({today.year, today.month, 1}, 1);
  return span_of_month(before.year, before.month);
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
    {"thismonth", [](CivilDay today) { return span_of_month(today.year, today.month); }},
    {"lastmonth", [](CivilDay today) { return span_of_month_before(today); }},
    {"thisyear", [](CivilDay today) { return span_of_year(today.year); }},
    {"lastyear", [](CivilDay today) { return span_of_year(today.year - 1); }},
});

}  // namespace

std::vector<std::string_view> span_names() {
  std::vector<std::string_view> names;
  for (const NamedSpan& named : kNamedSpans) names.push_back(named.name);
  return names;
}

std::optional<int> small_number(std::string_view digits) {
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> month_named(std::string_view text) {
  const auto index = index_of(kMonths, text);
  return index ? std::optional(*index + 1) : std::nullopt;
}

std::optional<DateSpan> span_named(std::string_view text, CivilDay today) {
  const std::string word = without_signs(text);
  const auto named = std::ranges::find(kNamedSpans, word, &NamedSpan::name);
  if (named != kNamedSpans.end()) return named->span(today);
  return span_of_weekday(word, today);
}

std::optional<std::string_view> month_begun(std::string_view text) {
  const auto found = std::ranges::find_if(
      kMonths, [&](std::string_view month) { return month.starts_with(text); });
  return found == kMonths.end() ? std::nullopt : std::optional(*found);
}

bool begins_date_word(std::string_view text) {
  const std::string word = without_signs(text);
  const auto begins = [&](std::string_view name) { return name.starts_with(word); };
  if (word.empty()) return false;
  if (std::ranges::any_of(kWeekdays, begins) ||
      std::ranges::any_of(kNamedSpans, begins, &NamedSpan::name))
    return true;
  const auto unit = text.find_first_not_of("0123456789");
  return unit != 0 && unit != text.npos && std::ranges::any_of(kUnits, [&](const UnitName& name) {
           return name.text.starts_with(text.substr(unit));
         });
}

std::optional<CivilDay> days_or_months_ago(std::string_view text, CivilDay today) {
  const auto letters = std::min(text.find_first_not_of("0123456789"), text.size());
  const auto count = small_number(text.substr(0, letters));
  const auto unit = std::ranges::find(kUnits, text.substr(letters), &UnitName::text);
  if (!count || unit == kUnits.end()) return std::nullopt;
  const CivilDay day = units_before(today, *count, unit->unit);
  return is_valid(day) ? std::optional(day) : std::nullopt;
}

}  // namespace notes

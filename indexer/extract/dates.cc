// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "indexer/extract/ascii.h"
#include "indexer/extract/date_pattern.h"

namespace notes {
namespace {

constexpr std::size_t kMaxLineBytes = 120;  // no line that is mostly a date is longer
constexpr std::size_t kMinDatePercent = 60;

// Characters but blanks and the marks that wrap a date.
std::size_t weight_of(std::string_view text) {
  constexpr std::string_view kWrapping = "_*[](){}#:\"'|";
  return static_cast<std::size_t>(std::ranges::count_if(text, [&](char c) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    return !is_blank(c) && !continues && kWrapping.find(c) == std::string_view::npos;
  }));
}

std::optional<DateSpan> date_if_mostly(std::string_view text) {
  const auto match = find_date(text);
  if (!match) return std::nullopt;
  const std::size_t dated = weight_of(text.substr(match->begin, match->end - match->begin));
  if (dated * 100 < weight_of(text) * kMinDatePercent) return std::nullopt;
  return match->span;
}

constexpr std::array<std::string_view, 8> kDateLabels{"date", "start date", "datum", "fecha",
                                                      "data", "日期",       "日付",  "дата"};

struct Parenthesis {
  std::size_t begin;  // of the opening sign
  std::size_t inner_begin;
  std::size_t inner_end;
  std::size_t end;  // behind the closing sign
};

std::optional<Parenthesis> find_parenthesis(std::string_view text, std::size_t from) {
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::size_t begin = text.find(open, from);
    if (begin == text.npos) continue;
    const std::size_t inner_end = text.find(close, begin);
    if (inner_end == text.npos) continue;
    return Parenthesis{begin, begin + open.size(), inner_end, inner_end + close.size()};
  }
  return std::nullopt;
}

std::optional<DateSpan> date_since_epoch(std::string_view digits) {
  std::int64_t value = 0;
  if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
    return std::nullopt;
  const std::int64_t minute = (digits.size() == 13 ? value / 1000 : value) / 60;
  const CivilDay day = civil_day(minute / kMinutesPerDay);
  const auto of_day = static_cast<int>(minute % kMinutesPerDay);
  return span_of_minute(day, of_day / 60, of_day % 60);
}

std::optional<DateSpan> date_of_digits(std::string_view digits) {
  if (digits.size() == 13 || digits.size() == 10) return date_since_epoch(digits);
  if (digits.size() != 4) return date_if_mostly(digits);
  const auto year = find_date(std::string(digits) + "-01");
  if (!year) return std::nullopt;
  const CivilDay first = civil_day(year->span.begin / kMinutesPerDay);
  return span_of_year(first.year);
}

std::string_view without_extension(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

// 2024/05/30.md
std::optional<DateSpan> date_across_folders(std::string_view path) {
  const auto match = find_date(path);
  if (!match || match->span.precision != DatePrecision::day) return std::nullopt;
  const bool across = path.substr(match->begin, match->end - match->begin).find('/') != path.npos;
  return across ? std::optional(match->span) : std::nullopt;
}

}  // namespace

std::optional<DateSpan> date_of_line(std::string_view line) {
  line = trimmed(line);
  return line.size() > kMaxLineBytes ? std::nullopt : date_if_mostly(line);
}

std::optional<DateSpan> date_of_labelled_line(std::string_view line) {
  std::string_view value = trimmed(line).substr(0, kMaxLineBytes);
  const std::string_view label = trimmed(take_until(value, ':'));
  const bool is_label = std::ranges::any_of(kDateLabels, [&](std::string_view known) {
    return ascii::equals_ignoring_case(label, known);
  });
  return is_label ? date_if_mostly(value) : std::nullopt;
}

std::optional<DateSpan> date_of_heading(std::string_view title) {
  std::string outside;
  std::size_t from = 0;
  std::optional<DateSpan> inside;
  while (const auto group = find_parenthesis(title, from)) {
    outside += title.substr(from, group->begin - from);
    const auto inner = title.substr(group->inner_begin, group->inner_end - group->inner_begin);
    if (!inside) inside = date_if_mostly(inner);
    from = group->end;
  }
  outside += title.substr(from);
  if (const auto date = date_if_mostly(outside)) return date;
  return inside;
}

std::optional<DateSpan> date_of_value(std::string_view value) {
  value = trimmed(value);
  if (!value.empty() && std::ranges::all_of(value, is_digit)) return date_of_digits(value);
  return date_of_line(value);
}

std::optional<DateSpan> date_of_file_name(std::string_view rel_path) {
  const auto match = find_date(without_extension(rel_path.substr(rel_path.rfind('/') + 1)));
  return match ? std::optional(match->span) : std::nullopt;
}

std::optional<DateSpan> date_of_folders(std::string_view rel_path) {
  if (const auto date = date_across_folders(without_extension(rel_path))) return date;
  std::size_t end = rel_path.rfind('/');
  while (end != rel_path.npos) {
    const std::size_t slash = end == 0 ? rel_path.npos : rel_path.rfind('/', end - 1);
    const std::size_t begin = slash == rel_path.npos ? 0 : slash + 1;
    if (const auto match = find_date(rel_path.substr(begin, end - begin))) return match->span;
    end = slash;
  }
  return std::nullopt;
}

}  // namespace notes

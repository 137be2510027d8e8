// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_date.h"

#include <optional>
#include <string>

#include "common/date_reader.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

// In a range, `2w` is the day two weeks ago; alone, it is the time from then on.
std::optional<DateSpan> read_end(std::string_view text, CivilDay today) {
  const auto span = read_asked_date(text, today).span;
  const auto ago = span ? read_asked_date(std::string(text) + " ago", today).span : std::nullopt;
  return ago ? ago : span;
}

using Dates = std::variant<MinuteRange, DateFault>;

Dates read_comparison(std::string_view text, CivilDay today) {
  const bool inclusive = text.substr(1).starts_with('=');
  const auto span = read_end(text.substr(inclusive ? 2 : 1), today);
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
  const auto begin = read_end(first, today);
  const auto end = read_end(last, today);
  if ((!begin && !first.empty()) || (!end && !last.empty())) return DateFault::not_a_date;
  if (begin) range.from = begin->begin;
  if (end) range.to = end->end;
  if (range.from > range.to) return DateFault::ends_before_it_begins;
  return range;
}

}  // namespace

std::variant<MinuteRange, DateFault> read_dates(std::string_view typed, CivilDay today) {
  constexpr std::size_t kLongest = 64;  // bytes
  if (typed.empty() || typed.size() > kLongest) return DateFault::not_a_date;
  const std::string lower = lower_ascii(typed);
  const std::string_view text = lower;
  if (text.front() == '<' || text.front() == '>') return read_comparison(text, today);
  if (const auto dots = text.find(".."); dots != std::string_view::npos)
    return read_range(text.substr(0, dots), text.substr(dots + 2), today);
  const auto span = read_asked_date(text, today).span;
  if (!span) return DateFault::not_a_date;
  return MinuteRange{span->begin, span->end};
}

bool begins_dates(std::string_view typed, CivilDay today) {
  const std::string lower = lower_ascii(typed);
  std::string_view text = lower;
  if (const auto dots = text.find(".."); dots != std::string_view::npos) {
    const auto first = read_dates(text.substr(0, dots + 2), today);
    if (!std::holds_alternative<MinuteRange>(first)) return false;
    text.remove_prefix(dots + 2);
  } else if (text.starts_with('<') || text.starts_with('>')) {
    text.remove_prefix(text.substr(1).starts_with('=') ? 2 : 1);
  }
  return !text.empty() && read_asked_date(text, today).may_go_on;
}

}  // namespace notes

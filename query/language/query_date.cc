// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/language/query_date.h"

#include <optional>
#include <string>

#include "common/date_reader.h"
#include "query/language/query_characters.h"

namespace notes {
namespace {

// In a range, `2w` is the day two weeks ago; alone, it is the time from then on.
AskedDate read_end(std::string_view text, CivilDay today) {
  const AskedDate date = read_asked_date(text, today);
  if (!date.span) return date;
  const AskedDate ago = read_asked_date(std::string(text) + " ago", today);
  return ago.span ? ago : date;
}

using Dates = std::variant<MinuteRange, DateFault>;

DateFault fault_of(const AskedDate& date) {
  return date.may_go_on ? DateFault::unfinished : DateFault::not_a_date;
}

Dates read_comparison(std::string_view text, CivilDay today) {
  const bool inclusive = text.substr(1).starts_with('=');
  const AskedDate date = read_end(text.substr(inclusive ? 2 : 1), today);
  if (!date.span) return fault_of(date);
  MinuteRange range;
  if (text.front() == '<')
    range.to = inclusive ? date.span->end : date.span->begin - 1;
  else
    range.from = inclusive ? date.span->begin : date.span->end + 1;
  return range;
}

Dates read_range(std::string_view first, std::string_view last, CivilDay today) {
  MinuteRange range;
  const AskedDate begin = read_end(first, today);
  const AskedDate end = read_end(last, today);
  if (!begin.span && !first.empty()) return DateFault::not_a_date;
  if (!end.span && !last.empty()) return fault_of(end);
  if (begin.span) range.from = begin.span->begin;
  if (end.span) range.to = end.span->end;
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
  if (const auto dots = text.find(".."); dots != text.npos)
    return read_range(text.substr(0, dots), text.substr(dots + 2), today);
  const AskedDate date = read_asked_date(text, today);
  if (!date.span) return fault_of(date);
  return MinuteRange{date.span->begin, date.span->end};
}

}  // namespace notes

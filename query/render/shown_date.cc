// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/shown_date.h"

#include <cstdlib>

namespace notes {
namespace {

constexpr std::size_t kYearLength = 4;
constexpr std::size_t kMonthLength = 7;

// `begin` is the first day as common/day prints it.
bool is_month(const DateSpan& date, const std::string& begin) {
  const int year = std::atoi(begin.substr(0, kYearLength).c_str());
  const int month = std::atoi(begin.substr(kYearLength + 1, 2).c_str());
  return date == span_of_month(year, month);
}

bool is_year(const DateSpan& date, const std::string& begin) {
  return date == span_of_year(std::atoi(begin.substr(0, kYearLength).c_str()));
}

}  // namespace

std::string shown_date(const DateSpan& date) {
  std::string begin = begin_text(date);
  switch (date.precision) {
    case DatePrecision::minute:
      return begin.replace(begin.find('T'), 1, " ");
    case DatePrecision::day:
      return begin;
    case DatePrecision::range:
      break;
  }
  if (is_month(date, begin)) return begin.substr(0, kMonthLength);
  if (is_year(date, begin)) return begin.substr(0, kYearLength);
  return begin + ".." + end_text(date);
}

}  // namespace notes

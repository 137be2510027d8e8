// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/shown_date.h"

namespace notes {

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
  if (is_month(date)) return begin.substr(0, begin.rfind('-'));
  if (is_year(date)) return begin.substr(0, begin.find('-'));
  return begin + ".." + end_text(date);
}

}  // namespace notes

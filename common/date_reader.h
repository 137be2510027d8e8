// SPDX-License-Identifier: GPL-2.0-or-later
// Reads dates, in notes and in queries: both accept the same forms, and queries also those that
// count from today. indexer/extract decides whether a date in a text is the date of that text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/day.h"

namespace notes {

struct WrittenDate {
  DateSpan span;
  std::size_t begin = 0;  // byte offsets in the text
  std::size_t end = 0;
};

// Whether the span lies in the years 1900 to 2100. Numbers outside them are not years in notes.
bool is_of_notes(const DateSpan& span);

// Finds the first date at or after `from` for which is_of_notes() is true. Looks at the first 512
// bytes only.
// Reads 2024-02-13, also with / . _ or nothing between the numbers; 13.02.2024; 03/19/2023 (but not
// 01/06/2019, which is ambiguous); month names in many languages; 2024年2月13日; 2024-02; weeks
// (2024-W07, KW 7 2024); quarters (Q1 2024); a time after a day; and ranges (13-16 Feb 2024,
// 2024-02-13 to 2024-02-16). If `around` is given, a date may lack its year: it gets the year that
// puts it inside `around`, or nearest to it.
std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0,
                                     const std::optional<DateSpan>& around = {});

// Reads a text that is only a date, of the years 1000 to 9999. In addition to the forms of
// find_date, this may be a year; the name of a month, if `around` is given; a month, or month and
// day, in numbers, if `around` is a year; or a day, if `around` is a month.
std::optional<DateSpan> read_date(std::string_view text,
                                  const std::optional<DateSpan>& around = {});

// Reads what somebody asks for, in lower case: also `lastweek`, `30d` (up to today), "7 days ago"
// and `monday`. A weekday, or a date without its year, is the latest one up to today.
std::optional<DateSpan> read_asked_date(std::string_view text, CivilDay today);

// "today", "lastweek" and the like.
std::vector<std::string> span_names();

}  // namespace notes

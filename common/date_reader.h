// SPDX-License-Identifier: GPL-2.0-or-later
// Reads dates, in notes and in queries: both accept the same forms, and queries also those that
// count from today; and the words of dates in the languages people write notes in.
// indexer/extract decides whether a date in a text is the date of that text.
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

// Finds the first date at or after `from`, of the years 1900 to 2100. Numbers outside them are not
// years in notes. Looks at the first 512 bytes only.
// Reads 2024-02-13, also with / . _ or nothing between the numbers; 13.02.2024; 03/19/2023 (but not
// 01/06/2019, which is ambiguous); month names in many languages; 2024年2月13日; 2024-02; weeks
// (2024-W07, KW 7 2024); quarters (Q1 2024); a time after a day; and ranges (13-16 Feb 2024,
// 2024-02-13 to 2024-02-16). If `around` is given, a date may lack its year: it gets the year that
// puts it inside `around`, or nearest to it.
std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0,
                                     const std::optional<DateSpan>& around = {});

// Reads a text that is only a date, of the same years. In addition to the forms of find_date, this
// may be a year; the name of a month, if `around` is given; a month, or month and day, in numbers,
// if `around` is a year; or a day, if `around` is a month.
std::optional<DateSpan> read_date(std::string_view text,
                                  const std::optional<DateSpan>& around = {});

// Reads what somebody asks for, in lower case: also `lastweek`, `30d` (up to today), "7 days ago"
// and `monday`. A weekday, or a date without its year, is the latest one up to today. The years are
// 1000 to 9999.
std::optional<DateSpan> read_asked_date(std::string_view text, CivilDay today);

// "today", "lastweek" and the like.
std::vector<std::string> span_names();

// What a word near a date says about it. A word may have several roles.
namespace date_role {
// In labels (`Date created`, `dateCreated`):
constexpr int date = 1 << 0;
constexpr int created = 1 << 1;
constexpr int published = 1 << 2;
constexpr int any_date = date | created | published;
constexpr int with_any = 1 << 3;  // goes with any of these three
// In front of a date that is a deadline, a birth or a change:
constexpr int of_another = 1 << 4;
constexpr int up_to = 1 << 5;       // only directly in front of it
constexpr int negligible = 1 << 6;  // "day", "version": text with a date is still only a date
constexpr int label = any_date | with_any;
}  // namespace date_role

// What a word names; it may have several meanings: "mar" is March and also a Tuesday.
struct DateWord {
  int month = 0;           // 0: not a month
  int weekday = 0;         // 1 for Monday; 8 for a part of any weekday's name
  int week = 0;            // 1 for "week", "KW"
  int unit = 0;            // 1 to 4: day, week, month, year
  bool is_certain = true;  // false: also an ordinary word, so the month needs a day and a year
  int roles = 0;
};

DateWord find_date_word(std::string_view word);

// The roles of the words that make up a label, however it joins them. 0 if there are other words.
int roles_of_label(std::string_view label);

// These letters, and the names of months, weekdays, weeks and units that begin with them.
std::vector<std::string> date_words_with_begin(std::string_view letters);

}  // namespace notes

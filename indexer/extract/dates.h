// SPDX-License-Identifier: GPL-2.0-or-later
// When a text says what it is dated: each kind of place has its own rule for that, so that a date
// which is merely mentioned dates nothing. Dates that lack their year get that of `around`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "common/day.h"

namespace notes {

using Around = std::optional<DateSpan>;

// What the label of a line or a key of front matter says about the date behind it. `Due:` and
// `Until:` say none of these.
enum class DateLabel : std::uint8_t { date, created, published };
std::optional<DateLabel> date_label(std::string_view label);

// A date at the start or the end of a heading, or alone in parentheses. Weekdays, times, versions,
// `Day 12` and remarks in parentheses do not count; behind "due" or "born" it is none.
std::optional<DateSpan> date_of_heading(std::string_view title, const Around& around);

// A line that is hardly more than a date.
std::optional<DateSpan> date_of_line(std::string_view line, const Around& around);

// A line of a list that is a date and nothing more: `- Heron 2.1, 3 March 2021` dates the heron.
std::optional<DateSpan> date_of_list_item(std::string_view text, const Around& around);

// `Date: 2024-02-13 (Tuesday)`, `created:: [[2024/02/13]]`, `| Date | 13 Feb 2024 |`.
struct LabelledDate {
  DateLabel label;
  DateSpan span;
};
std::optional<LabelledDate> date_of_labelled_line(std::string_view line, const Around& around);

// A value of front matter: also seconds or milliseconds since 1970, or a year alone.
std::optional<DateSpan> date_of_value(std::string_view value);

struct PathDates {
  std::optional<DateSpan> file_name;
  std::optional<DateSpan> folder;  // of the innermost that has one
  Around around;                   // all of them together, be it only a year
};
PathDates dates_of_path(std::string_view rel_path);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// When the sections of a note are dated. Each kind of place has its own rule, so that a date which
// is merely mentioned dates nothing. Dates that lack their year take it from `around`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/section.h"
#include "indexer/extract/own_fields.h"

namespace notes {

struct SectionDate {
  DateSpan span;
  DateSource source = DateSource::line;
};

// One for each entry of the outline: its own date, else that of its parent. An entry's own date is
// the first of: the key `date`; a `Date:` line, or a line near the heading that is a date; the
// heading; file name; folder; `created`, then `published`, as key or line. A month or year gives
// way to a finer date within it.
std::vector<std::optional<SectionDate>> section_dates(const NoteParts& note);

using Around = std::optional<DateSpan>;

// A date at the start or the end of a heading, or alone in parentheses. Weekdays, times, versions,
// `Day 12` and remarks in parentheses do not count. After "due" or "born" a date is ignored.
std::optional<DateSpan> date_of_heading(std::string_view title, const Around& around);

// A line that is hardly more than a date.
constexpr std::size_t kFewWords = 2;
std::optional<DateSpan> date_of_line(std::string_view line, const Around& around,
                                     std::size_t most_other_words = kFewWords);

// What the label of a line, or a key of front matter, says about its date. `Due:` and `Until:` say
// none of these.
enum class DateLabel : std::uint8_t { date, created, published };
std::optional<DateLabel> date_label(std::string_view label);

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
  std::optional<DateSpan> folder;  // the innermost one with a date
  Around around;                   // all of them together, perhaps only a year
};
PathDates dates_of_path(std::string_view rel_path);

}  // namespace notes

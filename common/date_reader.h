// SPDX-License-Identifier: GPL-2.0-or-later
// Reads written dates, for notes and queries alike: what a note may write, a query may ask. Whether
// a date in a text dates that text is indexer/extract's question; words that only queries have
// (lastweek, 30d) are query/language's.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/day.h"

namespace notes {

struct WrittenDate {
  DateSpan span;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
};

// Of the years 1900 to 2100: numbers that would be other years are no dates in notes.
bool is_of_notes(const DateSpan& span);

// The first date of such years at or behind `from`. Looks at the first 512 bytes only.
// Reads 2024-02-13 and its kin with / . _ or nothing between, 13.02.2024, 03/19/2023 (but not
// 01/06/2019, which half of the world reads as the other half does not), months by name in many
// languages, 2024年2月13日, 2024-02, weeks (2024-W07, KW 7 2024), quarters (Q1 2024), a time behind
// a day, and spans (13-16 Feb 2024, 2024-02-13 to 2024-02-16). What lacks only its year is a date
// if `around` is given: the one in it, or the nearest.
std::optional<WrittenDate> find_date(std::string_view text, std::size_t from = 0,
                                     const std::optional<DateSpan>& around = {});

// What a text says that is nothing but a date, of the years 1000 to 9999: also a year, with
// `around` a month by name, in a year a month or month and day by number, and in a month a day.
std::optional<DateSpan> read_date(std::string_view text,
                                  const std::optional<DateSpan>& around = {});

}  // namespace notes

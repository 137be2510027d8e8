// SPDX-License-Identifier: GPL-2.0-or-later
// Finds a written date in a short text: what it says and where it stands. Whether a text is a date
// or merely mentions one is dates.h's question.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/day.h"

namespace notes {

struct DateMatch {
  DateSpan span;
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
};

// The first date of the years 1900 to 2100. Reads year-first numbers (2024-02-13, 2024/2, 20240213,
// 02024-02-13, 2026-W17), day-first numbers where no month could be meant (13.02.2024, 03/19/2023,
// but not 01/06/2019), month names (13 février 2024, February 2024), 2025年1月4日, and the time
// behind a day (21:25, T21:25+01:00, 9:25 pm, 2125). Looks at no more than 512 bytes.
std::optional<DateMatch> find_date(std::string_view text);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as people type them in queries: all that common/date_reader reads, the words that only
// queries have (lastweek, 30d, "last 7 days"), and ranges of them.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

#include "common/day.h"
#include "query/language/query_node.h"

namespace notes {

enum class DateFault : std::uint8_t { not_a_date, ends_before_it_begins };

std::variant<MinuteRange, DateFault> read_dates(std::string_view typed, CivilDay today);

// Whether something typed behind it could make dates of what are none yet: 2024-, fe, 2024-02..2.
bool begins_dates(std::string_view typed, CivilDay today);

// "today", "lastweek" and the like: names of dates beside weekdays.
std::vector<std::string_view> span_names();

}  // namespace notes

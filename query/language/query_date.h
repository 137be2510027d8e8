// SPDX-License-Identifier: GPL-2.0-or-later
// Parses dates in queries: what common/date_reader reads, and ranges and comparisons of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

#include "common/day.h"
#include "query/language/query_node.h"

namespace notes {

// More typing could make a date of what is unfinished: 2024-, fe, 2024-02..2
enum class DateFault : std::uint8_t { not_a_date, unfinished, ends_before_it_begins };

std::variant<MinuteRange, DateFault> read_dates(std::string_view typed, CivilDay today);

}  // namespace notes

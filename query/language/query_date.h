// SPDX-License-Identifier: GPL-2.0-or-later
// Dates as people type them in queries: 2024-02, feb-2024, lastweek, 2w, 2024-02-13..2024-02-16.
// Dates in notes are indexer/extract's.
#pragma once

#include <string_view>
#include <variant>

#include "common/day.h"
#include "query/language/query_node.h"

namespace notes {

enum class DateFault : std::uint8_t { not_a_date, ends_before_it_begins };

std::variant<MinuteRange, DateFault> read_dates(std::string_view typed, CivilDay today);

// Whether something typed behind it could make dates of what are none yet: 2024-, fe, 2024-02..2.
bool begins_dates(std::string_view typed, CivilDay today);

}  // namespace notes

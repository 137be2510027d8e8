// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections that meet conditions, by date: there are no words to rank them by.
#pragma once

#include <cstdint>
#include <vector>

#include <xapian.h>

namespace notes {

enum class DateOrder : std::uint8_t { newest_first, oldest_first };

struct ByDate {
  std::vector<Xapian::docid> docids;  // at most `most`; those without a date come last
  std::uint64_t count = 0;            // of all matches
  bool is_exact = true;               // whether `count` is exact
};

ByDate find_by_date(const Xapian::Query& query, const Xapian::Database& database, DateOrder order,
                    Xapian::doccount most);

}  // namespace notes

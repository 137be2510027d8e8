// SPDX-License-Identifier: GPL-2.0-or-later
// A note's date for people: `2024-02-16 19:26`, `2024-02-16`, `2024-02`, `2024`, or
// `2024-02-12..2024-02-18`. A query's date: accepts all of these.
#pragma once

#include <string>

#include "common/day.h"

namespace notes {

std::string shown_date(const DateSpan& date);

}  // namespace notes

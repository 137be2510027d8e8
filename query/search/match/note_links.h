// SPDX-License-Identifier: GPL-2.0-or-later
// Which sections link to a note. Links keep the words they are written with, so what a note is
// called is looked up here, and a link to a note that is gone or renamed does no harm.
#pragma once

#include <cstdint>
#include <string_view>

#include <xapian.h>

namespace notes {

// Sections that link to any note called `name`: its path, an end of its path, its title or alias.
// Where no note is called so, those that link to that name all the same.
Xapian::Query links_to(std::string_view name, const Xapian::Database& database);

// How many sections of other notes link to the note whose own section this is.
std::uint32_t count_links_to(Xapian::docid note, const Xapian::Database& database);

}  // namespace notes

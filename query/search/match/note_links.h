// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the sections that link to a note. The index stores links as written, and the names of notes
// are looked up here. So links to notes that were removed or renamed do no harm.
#pragma once

#include <cstdint>

#include <xapian.h>

#include "query/language/query_node.h"

namespace notes {

// Sections that link to any note with the name in this condition: its path, an end of its path, its
// title or an alias. If no note has the name, sections with a link of that name.
Xapian::Query links_to(const Condition& note, const Xapian::Database& database);

// The number of sections in other notes that link to the note of this section.
std::uint32_t count_links_to(Xapian::docid note, const Xapian::Database& database);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds what a mistyped tag or name probably means among those that the notes have.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"

namespace notes {

// "no section has tag:bred; did you mean tag:bread?" for each condition whose label no section has
// and some have nearly.
std::vector<std::string> notes_on_unknown_labels(const std::vector<Condition>& conditions,
                                                 const Xapian::Database& database);

}  // namespace notes

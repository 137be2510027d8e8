// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a field of a section, in a row.
#pragma once

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"

namespace notes {

// Sections whose field has the words of the condition, one after the other as in its text. Without
// words, none. `analyzer` must outlive the query.
Xapian::Query phrase_in_field(const Condition& condition, Analyzer& analyzer);

}  // namespace notes

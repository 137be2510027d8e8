// SPDX-License-Identifier: GPL-2.0-or-later
// What a section has of each field: what the indexer makes terms of, and a reader checks phrases
// on.
#pragma once

#include <string>
#include <vector>

#include "common/schema.h"
#include "common/section.h"

namespace notes {

// None for dates, which are values and not words, and for `is` and `has`, which a section does not
// know once it is stored.
std::vector<std::string> field_values(const Section& section, FieldId id);

}  // namespace notes

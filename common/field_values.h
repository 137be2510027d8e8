// SPDX-License-Identifier: GPL-2.0-or-later
// The values of each field in a section. The indexer makes terms from them; readers check phrases
// against them.
#pragma once

#include <string>
#include <vector>

#include "common/schema.h"
#include "common/section.h"

namespace notes {

// None for dates, which are not words, nor for fields that are not part of a stored section (`is`,
// `has`, `link`).
std::vector<std::string> field_values(const Section& section, FieldId id);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// A query as the title of a section: somebody who types a whole title, stop words and all, knows
// which section is meant.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "query/language/query_node.h"
#include "query/search/words/relaxation.h"

namespace notes {

// The words of a query as a title, mistyped ones as they were meant; nothing when it asks for
// anything that a title cannot be, such as this OR that. Conditions stand beside the title.
std::optional<std::string> typed_title(const QueryNode& root,
                                       std::span<const Replacement> replacements);

}  // namespace notes

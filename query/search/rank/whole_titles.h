// SPDX-License-Identifier: GPL-2.0-or-later
// A section whose title is what was typed comes first: somebody who types a whole title, stop words
// and all, knows which section is meant.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"
#include "query/search/rank/candidate.h"
#include "query/search/words/relaxation.h"

namespace notes {

// The words of a query as a title, mistyped ones as they were meant; nothing when it asks for
// anything that a title cannot be, such as this OR that. Conditions stand beside the title.
std::optional<std::string> typed_title(const QueryNode& root,
                                       std::span<const Replacement> replacements);

// The sections that `ranked` matches and that have the term of a whole title, in rank order.
std::vector<RankedDocument> find_whole_titles(const Xapian::Database& database,
                                              const Xapian::Query& ranked, const std::string& term);

// Raises the scores of the first so many candidates above those of all others.
void favour_whole_titles(std::span<Candidate> candidates, std::size_t titled);

}  // namespace notes

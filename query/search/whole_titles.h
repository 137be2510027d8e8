// SPDX-License-Identifier: GPL-2.0-or-later
// A section whose title is what was typed comes first: somebody who types a whole title, stop words
// and all, knows which section is meant.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/candidate.h"

namespace notes {

// The stems of the words of a query in their order, with stop words; none when it asks for anything
// that a title cannot be, such as this OR that. Conditions stand beside the title.
std::vector<std::string> stems_of_title(const QueryNode& root, Analyzer& analyzer);

// The sections that `ranked` matches and whose title has these stems and no others, in rank order.
std::vector<RankedDocument> find_whole_titles(const Xapian::Database& database,
                                              const Xapian::Query& ranked,
                                              const std::vector<std::string>& stems,
                                              Analyzer& analyzer);

// Lifts them above the others. `candidates` and `titled` are in rank order.
void favour_whole_titles(std::span<Candidate> candidates,
                         const std::vector<RankedDocument>& titled);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Synonyms for words of a query: acronyms explained in headings (prefix::acronym in schema.h), and
// the user's own list.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/search/search_request.h"
#include "query/search/words/query_words.h"

namespace notes {

// Adds the synonyms that the index has. Words that have a meaning together each get them. Returns
// remarks on words that no section has.
std::vector<std::string> add_synonyms(std::vector<QueryWord>& words, const SynonymSets& own,
                                      const Xapian::Database& database, Analyzer& analyzer);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Which words are in a section's own text or title, and not only in the titles above it.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/search/words/query_words.h"

namespace notes {

// Whether the stem has more weight in the section than the titles above contribute.
bool is_own_word(const std::string& stem, Xapian::docid section, const SearchIndex& in);

// Whether somebody wrote the stem as a word. The index has stems of all words, and words that are
// their own stem look the same. The stem was written as a word if some section has it in its own
// text, but none of the `other_forms`: terms of other words with this stem.
bool is_written(const std::string& stem, const std::vector<std::string>& other_forms,
                const SearchIndex& in);

// The weight of a term in a document; 0 if it is not there.
Xapian::termcount wdf_in(const Xapian::Database& database, Xapian::docid docid,
                         const std::string& term);

}  // namespace notes

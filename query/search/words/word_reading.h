// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the words of a query for an index: adds synonyms, and changes words that no section has.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/query_parser.h"
#include "query/search/match/query_compiler.h"
#include "query/search/search.h"
#include "query/search/words/query_words.h"

namespace notes {

struct Replacement {
  std::string typed;
  std::vector<std::string> meant = {};  // empty: the words of a compound, separately
  bool beside = false;                  // in addition to the word, which is known
};

struct WordReading {
  std::vector<QueryWord> words;      // to search for: stop words only if there are no others
  std::vector<std::string> row;      // the stems of all words, as typed
  std::optional<std::string> title;  // the query as a whole title
  std::vector<Replacement> replacements;
  std::vector<std::string> remarks;  // on the words, one sentence each
  bool has_unknown = false;          // no section has one of the typed words
};

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const SearchIndex& in);

// Replaces words that no section has: splits them, joins them with a neighbour, or corrects their
// spelling. Never changes words that sections have as written, or words with digits.
void relax(WordReading& reading, const SearchIndex& in);

// The words of a query as a title, with misspelt ones corrected: somebody who types a whole title,
// stop words included, wants the section with that title. Nothing if the query has anything that a
// title cannot have, such as OR. Ignores conditions. Each word has a blank on both sides.
std::optional<std::string> typed_title(const QueryNode& root,
                                       const std::vector<Replacement>& replacements);

struct Spelling {
  std::string word;
  std::size_t edits = 0;
};

// At most three, all with the same number of edits. Words with the same first letter come first,
// then the most common. `word` is folded, and has at least three letters and no digit. An
// edit is an insertion, a deletion, a substitution or a swap of neighbours. Words of up to six
// letters may have one edit, longer words two. Each spelling is a word in some note, never just a
// stem.
std::vector<Spelling> find_spellings(const std::string& word, const SearchIndex& in);

// The words with this stem, as written, other than the stem itself.
std::vector<CountedTerm> written_forms(const std::string& stem, const SearchIndex& in);

// Whether both may be regular English forms of one word: dogs and dog, baked and baking. Takes
// folded words. A stemmer cannot tell: it also takes the endings off slips such as "farmes" and
// "rendeing".
bool are_inflections(std::string_view a, std::string_view b);

}  // namespace notes

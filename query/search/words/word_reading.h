// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a query as this index can answer them: with synonyms, and with what mistyped ones
// probably mean.
#pragma once

#include <string>
#include <vector>

#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"
#include "query/search/search_request.h"
#include "query/search/words/query_words.h"
#include "query/search/words/relaxation.h"

namespace notes {

struct WordReading {
  std::vector<QueryWord> words;           // what is asked for
  std::vector<QueryWord> stop_words;      // what only holds it together
  std::vector<std::string> row;           // the stems of both as typed, side by side
  std::vector<Replacement> replacements;  // of words that no section has
  std::vector<std::string> remarks;       // on both, one sentence each
  bool has_unknown = false;               // a typed word that no section has
};

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const CompileContext& context);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the words of a query for an index: adds synonyms, and what mistyped words probably mean.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"
#include "query/search/search_request.h"
#include "query/search/words/query_words.h"
#include "query/search/words/relaxation.h"

namespace notes {

struct WordReading {
  std::vector<QueryWord> words;       // that are searched for
  std::vector<QueryWord> stop_words;  // that only hold the query together
  std::vector<std::string> row;       // the stems of both, as typed
  std::optional<std::string> title;   // what was typed as a whole title
  std::vector<std::string> remarks;   // on both, one sentence each
  bool has_unknown = false;           // no section has one of the typed words
};

// The words of a query as a title, mistyped ones as they were meant: somebody who types a whole
// title, stop words and all, knows which section is meant. Nothing if the query asks for anything
// that a title cannot be, such as this OR that. Conditions do not count. Each word has a blank on
// either side.
std::optional<std::string> typed_title(const QueryNode& root,
                                       std::span<const Replacement> replacements);

WordReading read_words(const ParsedQuery& parsed, const SynonymSets& synonyms,
                       const CompileContext& context);

}  // namespace notes

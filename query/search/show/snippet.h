// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the lines of a section that answer the query and marks the words in them.
#pragma once

#include <string>
#include <vector>

#include "common/text/analyzer.h"
#include "query/search/match/query_compiler.h"
#include "query/search/match/text_check.h"
#include "query/search/show/hit.h"
#include "query/search/show/note_text.h"
#include "query/search/words/query_words.h"

namespace notes {

struct SnippetRequest {
  std::vector<QueryWord> words;
  std::vector<double> weights;        // of each word: how much a line gains by holding it
  std::vector<Condition> conditions;  // lines that meet one are worth showing too
  const TextCheck* check = nullptr;   // lines that hold what it looks for are, too
  int context_lines = 0;
  std::size_t max_lines = 3;
};

// Fills the hit's snippets, best line, columns and title highlights from the text of its section.
void fill_snippets(Hit& hit, const NoteText& text, const SnippetRequest& request,
                   Analyzer& analyzer);

}  // namespace notes

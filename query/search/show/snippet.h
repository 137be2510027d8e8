// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the lines of a section that match the query best, and marks the words in them.
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
  std::vector<double> weights;        // of each word: what it adds to a line
  std::vector<Condition> conditions;  // lines that meet one may be shown too
  const TextCheck* check = nullptr;   // and so may lines with its matches
  int context_lines = 0;
  std::size_t max_lines = 3;
};

// Sets the hit's snippets, best line, columns and title highlights from the text of its section.
void fill_snippets(Hit& hit, const NoteText& text, const SnippetRequest& request,
                   Analyzer& analyzer);

}  // namespace notes

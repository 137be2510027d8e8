// SPDX-License-Identifier: GPL-2.0-or-later
// The check of what the index finds on the text of its notes, for every command that goes by a
// query: where it is asked for, and how a section of the index comes to it.
#pragma once

#include <optional>

#include "common/index/open_index.h"
#include "common/section.h"
#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/match/text_check.h"
#include "query/search/show/hit.h"
#include "query/search/show/note_text.h"

namespace notes {

// Nothing where the index answers alone: in a sentence a phrase is only a bonus. `parsed` and
// `analyzer` must outlive it.
std::optional<TextCheck> find_text_check(const ParsedQuery& parsed, Analyzer& analyzer);

// Reads from its note what a section matched by: its own text, with that below it when the words
// are spread over both.
NoteText read_matched_text(const OpenIndex& index, const Section& section, Matched matched);

struct CheckedIndex {
  const OpenIndex& index;
  Analyzer& analyzer;
};

// Reads the section from its note.
bool passes(TextCheck& check, const Section& section, Matched matched, const CheckedIndex& in);

}  // namespace notes

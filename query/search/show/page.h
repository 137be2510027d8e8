// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the requested page of hits, finds out whether the index was right about it, and explains
// how it came about.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_parser.h"
#include "query/search/match/matching.h"
#include "query/search/search.h"
#include "query/search/show/note_text.h"

namespace notes {

// Adds the hits of the requested page to `result`. Every page leaves out sections of notes that no
// longer exist or are on a disk that is not mounted, and counts those it meets. Returns whether no
// section was left out, on this page or before it.
bool fill_page(const PlannedSearch& search, const std::vector<Candidate>& candidates,
               SearchResult& result);

// Whether a hit is gone or its note has changed, so that something may be missing.
bool is_stale(const SearchResult& result, const OpenIndex& index);

// For --explain: the words with their terms, the tree, the reading and why, and what each stage
// found.
std::vector<std::string> explain_query(const ParsedQuery& parsed, const QueryPlan& plan,
                                       const std::vector<StageMatches>& matches);

// Chooses the lines of a section that match the query best, and marks the words in them: sets the
// hit's snippets, best line, columns and title highlights from the text of its section.
void fill_snippets(Hit& hit, const NoteText& text, const PlannedSearch& search);

}  // namespace notes

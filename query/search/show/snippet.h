// SPDX-License-Identifier: GPL-2.0-or-later
// Chooses the lines of a section that match the query best, and marks the words in them.
#pragma once

#include "query/search/match/matching.h"
#include "query/search/show/note_text.h"

namespace notes {

// Sets the hit's snippets, best line, columns and title highlights from the text of its section.
void fill_snippets(Hit& hit, const NoteText& text, const PlannedSearch& search);

}  // namespace notes

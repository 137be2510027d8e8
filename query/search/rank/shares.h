// SPDX-License-Identifier: GPL-2.0-or-later
// How much each ranking rule counts, relative to the weights of the words. The values come from
// measurements: see tests/relevance/README.md.
#pragma once

#include "query/language/query_node.h"

namespace notes {

struct Shares {
  double exact = 0;     // the word as written, in addition to its stem
  double title = 0;     // the word in the section's own title
  double synonym = 0;   // a synonym instead of the word; less than 1
  double all = 0;       // having every word
  double guess = 0;     // a guess at a misspelt word
  double near = 0;      // two neighbours in the query within a few words
  double row = 0;       // one directly after the other
  double stop_row = 0;  // the same, if one of them is a stop word
  double context = 0;   // for a word that has more weight elsewhere in the note
  double foreign = 0;   // lost for a word that is not in the own text
  double links = 0;     // lost by a list of links
};

// A look-up uses the words of what it looks for; a question uses words of its own.
const Shares& shares_of(Reading reading);

}  // namespace notes

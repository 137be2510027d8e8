// SPDX-License-Identifier: GPL-2.0-or-later
// How much each ranking rule counts, as shares of the weights of the words, chosen by measuring:
// tests/relevance/README.md says what each is worth.
#pragma once

#include "query/language/query_node.h"

namespace notes {

struct Shares {
  double exact = 0;    // the word as written, beside its stem
  double title = 0;    // the word in the section's own title
  double synonym = 0;  // a synonym in the word's place; below 1: the word itself comes first
  double all = 0;      // having every word
  double guess = 0;    // what a mistyped word may mean
  double stop = 0;     // a stop word of a look-up
  double near = 0;     // two neighbours of the query within a few words
  double row = 0;      // one behind the other
  double context = 0;  // what a word weighs more elsewhere in the note
  double foreign = 0;  // what a word loses that the own text does not have
  double links = 0;    // what a list of links loses of its score
};

// A look-up copies words of what it looks for; a question comes in words of its own.
const Shares& shares_of(Reading reading);

}  // namespace notes

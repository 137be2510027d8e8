// SPDX-License-Identifier: GPL-2.0-or-later
// How much each ranking rule counts, as shares of the weights of the words, chosen by measuring:
// tests/relevance/ablation.md says what each is worth.
#pragma once

namespace notes {

struct Shares {
  double exact = .4;      // the word as written, beside its stem
  double title = .4;      // the word in the section's own title
  double synonym = .8;    // a synonym in the word's place; below 1: the word itself comes first
  double all = .3;        // having every word
  double guess = .9;      // what a mistyped word may mean
  double stop = .5;       // a stop word of a look-up
  double near = .15;      // two neighbours of the query within a few words
  double row = .1;        // one behind the other
  double context = .2;    // what a word weighs more elsewhere in the note
  double saturation = 2;  // of IneB2: how fast repetitions and length lose their effect
};

// NOTES_RANKING in the environment changes some, as in "title=0,near=0": for measuring alone.
const Shares& shares();

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Tells d'études, which is two words, from don't, which is one.
#pragma once

#include <string_view>

namespace notes {

// Whether an apostrophe between `before` (the word up to it) and `after` (the text behind it, not
// empty) stands for an elided vowel: one or two letters that end in a consonant, or a form of
// `que`, before a vowel or an h.
bool is_elided(std::string_view before, std::string_view after);

}  // namespace notes

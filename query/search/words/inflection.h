// SPDX-License-Identifier: GPL-2.0-or-later
// English inflection, as far as telling a word from a slip needs it: a stemmer takes the ending off
// "farmes" and "rendeing" as well.
#pragma once

#include <string_view>

namespace notes {

// Whether both may be regular forms of one word: dogs and dog, baked and baking. Folded words.
bool are_inflections(std::string_view a, std::string_view b);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What an apostrophe inside a word means, language by language.
#pragma once

#include <string_view>

namespace notes {

// Whether the word `before` lost its last vowel (d'études, qu'elle, dell'anno), so that it ends at
// the apostrophe. `after` is the text behind it, not empty.
bool is_elided(std::string_view before, std::string_view after);

// Whether `after` is an ending of the name `before`: Ankara'nın, but not Don't and O'Brien.
bool is_ending_of_name(std::string_view before, std::string_view after);

}  // namespace notes

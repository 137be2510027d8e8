// SPDX-License-Identifier: GPL-2.0-or-later
// A title as one term, so that a section can be found by all of its title and nothing else.
#pragma once

#include <string>
#include <string_view>

#include "common/text/analyzer.h"

namespace notes {

// Equal for titles of the same words in the same order, whatever their case and the punctuation
// between them; C, C++ and C# differ. Empty when there is no word in it.
std::string whole_title_term(std::string_view title, Analyzer& analyzer);

}  // namespace notes

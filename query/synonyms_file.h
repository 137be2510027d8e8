// SPDX-License-Identifier: GPL-2.0-or-later
// The user's own synonyms: a file `synonyms` in the config folder, one set a line,
// `ptq = post-training quantization` or `car, automobile`. Blank lines and those that start with #
// say nothing.
#pragma once

#include <string>
#include <string_view>

#include "query/language/query_node.h"

namespace notes {

// Empty when there is no such file. Throws Error that names the file, and a line that is wrong.
SynonymSets read_synonyms();

// `path` is for messages.
SynonymSets parse_synonyms(std::string_view text, const std::string& path);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Reads the user's synonyms: the file `synonyms` in the config folder, one set per line, such as
// `ptq = post-training quantization` or `car, automobile`. Blank lines and lines that start with #
// are ignored.
#pragma once

#include <string>
#include <string_view>

#include "query/search/search_request.h"

namespace notes {

// Empty if the file does not exist. Throws Error that names the file and the bad line.
SynonymSets read_synonyms();

// `path` is used in error messages only.
SynonymSets parse_synonyms(const std::string& text, const std::string& path);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the word of the index that a mistyped one most likely means.
#pragma once

#include <optional>
#include <string>

#include <xapian.h>

namespace notes {

// `word` is folded, at least four letters and has no digit. Up to two edits away (insertion,
// deletion, substitution, swap of neighbours), one for words of four letters; fewest edits first,
// then the commonest. A spelling dictionary would have to be kept; the terms are there already.
std::optional<std::string> find_spelling(const std::string& word, const Xapian::Database& database);

}  // namespace notes

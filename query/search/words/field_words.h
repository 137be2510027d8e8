// SPDX-License-Identifier: GPL-2.0-or-later
// Words in a field of a section: all of them, or in a row.
#pragma once

#include <string>

#include <xapian.h>

#include "common/schema.h"
#include "common/text/analyzer.h"

namespace notes {

// Sections whose field has every word of the text. Without words, none.
Xapian::Query words_in_field(const Field& field, const std::string& text, Analyzer& analyzer);

// The same, one after the other as in the text. `analyzer` must outlive the query.
Xapian::Query phrase_in_field(const Field& field, const std::string& text, Analyzer& analyzer);

}  // namespace notes

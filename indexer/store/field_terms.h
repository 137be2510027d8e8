// SPDX-License-Identifier: GPL-2.0-or-later
// The terms of a field's values, by the field's kind. One row a kind; no field is named here.
#pragma once

#include <string>
#include <string_view>

#include <xapian.h>

#include "common/schema.h"
#include "common/text/analyzer.h"

namespace notes {

// Adds what makes `value` findable under the field. Day ranges are values, not terms, and add
// nothing here.
void add_field_terms(Xapian::Document& document, const Field& field, std::string_view value,
                     Analyzer& analyzer);

}  // namespace notes

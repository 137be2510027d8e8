// SPDX-License-Identifier: GPL-2.0-or-later
// Looks up fields: words in a row, and labels, which are tags and names.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"

namespace notes {

// Sections whose field has the words of the condition, one after the other. Matches nothing if
// there are no words. `analyzer` must outlive the query.
Xapian::Query phrase_in_field(const Condition& condition, Analyzer& analyzer);

struct Label {
  std::string folded;
  std::string written;  // in the spelling of most sections
  Xapian::doccount sections = 0;
  bool without_marks = false;  // `folded` has no accents but `written` has; the index has both
};

// The labels of a field that start with `start`, sorted.
std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start);

// The terms of sections that have the label or one below it.
std::vector<std::string> terms_of_label(const Xapian::Database& database, const Field& row,
                                        const std::string& folded_label);

// For conditions that no section meets: what else the user may have meant.
std::vector<std::string> notes_on_unmet(const std::vector<Condition>& conditions,
                                        const SearchIndex& in);

}  // namespace notes

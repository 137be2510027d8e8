// SPDX-License-Identifier: GPL-2.0-or-later
// What sections have in their fields: words in a row, and the labels of the index, that is tags and
// names.
#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/text/analyzer.h"
#include "query/language/query_node.h"
#include "query/search/match/query_compiler.h"

namespace notes {

// Sections whose field has the words of the condition, one after the other as in its text. Without
// words, none. `analyzer` must outlive the query.
Xapian::Query phrase_in_field(const Condition& condition, Analyzer& analyzer);

struct Label {
  std::string folded;
  std::string written;  // as most sections write it
  Xapian::doccount sections = 0;
  bool without_marks = false;  // `folded` lacks the marks of `written`, and is in the index as well
};

// The labels of a field that start so, ascending.
std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start);

// The terms of sections that a label finds: its own and those below it.
std::vector<std::string> terms_of_label(const Xapian::Database& database, const Field& row,
                                        const std::string& folded_label);

// For conditions that no section meets: what else their values may have been meant to be.
std::vector<std::string> notes_on_unmet(const std::vector<Condition>& conditions,
                                        const CompileContext& context);

}  // namespace notes

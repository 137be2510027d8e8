// SPDX-License-Identifier: GPL-2.0-or-later
// The tags and names that the index has: see LabelKey. What a query calls one is found by the order
// of terms, and so is what the label may have been meant to be.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "query/language/query_node.h"

namespace notes {

struct Label {
  std::string folded;
  std::string written;  // as most sections write it
  Xapian::doccount sections = 0;
  bool without_marks = false;  // `folded` is, `written` is not: the label stands by its own as well
};

// Those of a field that begin so, ascending.
std::vector<Label> find_labels(const Xapian::Database& database, const Field& row,
                               const std::string& start);

// The terms of sections that a label finds: its own and those below it.
std::vector<std::string> terms_of_label(const Xapian::Database& database, const Field& row,
                                        const std::string& folded_label);

// Of labels that no section has: the nearest that one has.
std::vector<std::string> notes_on_unknown_labels(const std::vector<Condition>& conditions,
                                                 const Xapian::Database& database);

}  // namespace notes

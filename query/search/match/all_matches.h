// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the sections that match a query, without ranking, and reads their values in a slot.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <xapian.h>

namespace notes {

// Sorted.
std::vector<Xapian::docid> all_matches(const Xapian::Query& query,
                                       const Xapian::Database& database);

// The first matches, at least `most` if there are that many.
std::vector<Xapian::docid> first_matches(const Xapian::Query& query,
                                         const Xapian::Database& database, Xapian::doccount most);

// The matches from number `first` on, at most `most`, by docid. Counts at least `counted` of them
// exactly.
Xapian::MSet unranked(const Xapian::Query& query, const Xapian::Database& database,
                      Xapian::doccount first, Xapian::doccount most, Xapian::doccount counted = 0);

// Matches these sections; `docids` are sorted.
Xapian::Query only(std::vector<Xapian::docid> docids);

// Those of the `docids` that match, in any order.
std::set<Xapian::docid> matches_among(std::vector<Xapian::docid> docids, const Xapian::Query& query,
                                      const Xapian::Database& database);

// Reads the values of one slot for ascending docids in one sweep, which is faster than looking up
// each.

class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // Empty if the document has no value.
  std::string value_of(Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace notes

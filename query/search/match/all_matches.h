// SPDX-License-Identifier: GPL-2.0-or-later
// Sections that a query matches, without ranking, and what a slot says of each.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <xapian.h>

namespace notes {

// Ascending.
std::vector<Xapian::docid> all_matches(const Xapian::Query& query,
                                       const Xapian::Database& database);

// The first of them, at least `most` if there are that many.
std::vector<Xapian::docid> first_matches(const Xapian::Query& query,
                                         const Xapian::Database& database, Xapian::doccount most);

// In the order of docids `most` of them, from the one at `first` on. Not looked for beyond these,
// unless `counted` of them are to be.
Xapian::MSet unranked(const Xapian::Query& query, const Xapian::Database& database,
                      Xapian::doccount first, Xapian::doccount most, Xapian::doccount counted = 0);

// Those among `docids`, in any order.
std::set<Xapian::docid> matches_among(std::vector<Xapian::docid> docids, const Xapian::Query& query,
                                      const Xapian::Database& database);

// The values of one slot, asked for in ascending order of documents: read in one sweep instead of
// being looked up one by one.

class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // Empty when the document has none.
  std::string value_of(Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace notes

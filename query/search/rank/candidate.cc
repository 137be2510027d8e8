// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/candidate.h"

#include <algorithm>
#include <numeric>

#include "common/schema.h"

namespace notes {
namespace {

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

}  // namespace

std::vector<Candidate> make_candidates(const Xapian::Database& database,
                                       const std::vector<RankedDocument>& documents,
                                       Matched matched) {
  std::vector<std::size_t> by_docid(documents.size());
  std::iota(by_docid.begin(), by_docid.end(), std::size_t{0});
  std::ranges::sort(by_docid, {}, [&](std::size_t i) { return documents[i].docid; });
  SlotReader places(database, slot::place);
  SlotReader twins(database, slot::twin);
  SlotReader dates(database, slot::date_begin);
  std::vector<Candidate> candidates(documents.size());
  for (const std::size_t i : by_docid) {
    const Xapian::docid docid = documents[i].docid;
    Candidate& candidate = candidates[i];
    candidate.docid = docid;
    candidate.score = documents[i].score;
    candidate.matched = matched;
    candidate.place = unpack_place(places.value_of(docid));
    candidate.twin = twins.value_of(docid);
    candidate.date = dates.value_of(docid);
  }
  return candidates;
}

}  // namespace notes

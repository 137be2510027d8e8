// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/all_matches.h"

#include <utility>

namespace notes {
namespace {

// A set of matches in order takes several times as long.
class Gatherer final : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    docids_.push_back(document.get_docid());
  }
  std::vector<Xapian::docid> take() { return std::move(docids_); }

 private:
  std::vector<Xapian::docid> docids_;
};

}  // namespace

std::vector<Xapian::docid> all_matches(const Xapian::Query& query,
                                       const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  Gatherer all;
  enquire.add_matchspy(&all);
  enquire.get_mset(0, 0, database.get_doccount());
  return all.take();
}

}  // namespace notes

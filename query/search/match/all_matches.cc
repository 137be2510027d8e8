// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/all_matches.h"

#include <algorithm>
#include <utility>

#include "query/search/match/posting_sources.h"

namespace notes {
namespace {

// Ignores what only matters for ranking.
Xapian::Enquire enquire_without_order(const Xapian::Query& query,
                                      const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire;
}

// An ordered set of matches takes several times as long.
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
  return first_matches(query, database, database.get_doccount());
}

std::vector<Xapian::docid> first_matches(const Xapian::Query& query,
                                         const Xapian::Database& database, Xapian::doccount most) {
  Xapian::Enquire enquire = enquire_without_order(query, database);
  Gatherer all;
  enquire.add_matchspy(&all);
  enquire.get_mset(0, 0, most);
  return all.take();
}

Xapian::MSet unranked(const Xapian::Query& query, const Xapian::Database& database,
                      Xapian::doccount first, Xapian::doccount most, Xapian::doccount counted) {
  return enquire_without_order(query, database).get_mset(first, most, counted);
}

Xapian::Query only(std::vector<Xapian::docid> docids) {
  return Xapian::Query((new DocidSource(std::move(docids)))->release());
}

std::set<Xapian::docid> matches_among(std::vector<Xapian::docid> docids, const Xapian::Query& query,
                                      const Xapian::Database& database) {
  std::ranges::sort(docids);
  const auto most = static_cast<Xapian::doccount>(docids.size());
  const Xapian::MSet found = unranked(
      Xapian::Query(Xapian::Query::OP_FILTER, query, only(std::move(docids))), database, 0, most);
  return {found.begin(), found.end()};
}

}  // namespace notes

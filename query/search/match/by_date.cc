// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/by_date.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/day.h"
#include "common/index/place.h"
#include "common/schema.h"
#include "query/search/match/all_matches.h"

namespace notes {
namespace {

using Xapian::Query;

// Up to this number, sections are counted exactly.
constexpr Xapian::doccount kCounted = 20'000;

// Dated sections, with the date as weight. Once a page is full, skips sections that are not good
// enough for it without checking the rest of the query.
class DatedSource final : public Xapian::PostingSource {
 public:
  explicit DatedSource(DateOrder order) : order_(order) {}

  PostingSource* clone() const override { return new DatedSource(order_); }
  void init(const Xapian::Database& database) override {
    count_ = database.get_value_freq(slot::date_begin);
    first_ = database.get_value_lower_bound(slot::date_begin);
    last_ = database.get_value_upper_bound(slot::date_begin);
    at_ = database.valuestream_begin(slot::date_begin);
    end_ = database.valuestream_end(slot::date_begin);
    is_started_ = false;
    set_maxweight(weight_of(order_ == DateOrder::newest_first ? last_ : first_));
  }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }

  void next(double least_weight) override {
    if (is_started_) ++at_;
    is_started_ = true;
    pass_over(least_weight);
  }
  void skip_to(Xapian::docid docid, double least_weight) override {
    is_started_ = true;
    if (at_ != end_) at_.skip_to(docid);
    pass_over(least_weight);
  }
  bool at_end() const override { return at_ == end_; }
  Xapian::docid get_docid() const override { return at_.get_docid(); }
  double get_weight() const override { return weight_; }

 private:
  // At least 1: the weight to beat is 0 until the page is full.
  double weight_of(const std::string& date) const {
    const Minute minutes = order_ == DateOrder::newest_first
                               ? minute_from_sortable(date) - minute_from_sortable(first_)
                               : minute_from_sortable(last_) - minute_from_sortable(date);
    return static_cast<double>(minutes + 1);
  }

  // If sections have the same date, the first one found stays.
  void pass_over(double least_weight) {
    for (; at_ != end_; ++at_) {
      std::string date = *at_;
      if (date != date_) {  // sections of a note often share a date
        weight_ = weight_of(date);
        date_ = std::move(date);
      }
      if (weight_ > least_weight) return;
    }
  }

  DateOrder order_;
  Xapian::doccount count_ = 0;
  std::string first_;
  std::string last_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  bool is_started_ = false;
  std::string date_;
  double weight_ = 0;
};

void sort_by_date(std::vector<Xapian::docid>& docids, const Xapian::Database& database,
                  DateOrder order, Xapian::doccount most) {
  SlotReader dates(database, slot::date_begin);
  std::vector<std::pair<std::string, Xapian::docid>> dated;
  for (const Xapian::docid docid : docids) dated.emplace_back(dates.value_of(docid), docid);
  const auto comes_before = [&](const auto& a, const auto& b) {
    if (a.first == b.first) return a.second < b.second;
    if (a.first.empty() || b.first.empty()) return b.first.empty();
    return (a.first < b.first) == (order == DateOrder::oldest_first);
  };
  docids.resize(std::min<std::size_t>(docids.size(), most));
  std::ranges::partial_sort(dated, dated.begin() + static_cast<std::ptrdiff_t>(docids.size()),
                            comes_before);
  for (std::size_t i = 0; i < docids.size(); ++i) docids[i] = dated[i].second;
}

std::vector<Xapian::docid> first_by_date(const Query& query, const Xapian::Database& database,
                                         DateOrder order, Xapian::doccount most) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(Query::OP_FILTER, Query((new DatedSource(order))->release()), query));
  const Xapian::MSet dated = enquire.get_mset(0, most);
  std::vector<Xapian::docid> docids(dated.begin(), dated.end());
  const Query has_date(field_term(field(FieldId::has), "date"));
  const Xapian::MSet undated =
      unranked(Query(Query::OP_AND_NOT, query, has_date), database, 0, most - dated.size());
  docids.insert(docids.end(), undated.begin(), undated.end());
  return docids;
}

}  // namespace

// If there are few matches, finds and sorts all of them. If there are many, finds only the first by
// date and estimates the total: matches are assumed to be as frequent in the rest of the index as
// among the first. Xapian's own estimate assumes that conditions are independent of each other.
ByDate find_by_date(const Query& query, const Xapian::Database& database, DateOrder order,
                    Xapian::doccount most) {
  const Xapian::MSet bounds = unranked(query, database, 0, 0);
  ByDate found{{}, bounds.get_matches_estimated()};
  found.is_exact = bounds.get_matches_lower_bound() == bounds.get_matches_upper_bound();
  const bool are_many = found.is_exact && found.count > kCounted;
  if (!are_many) found.docids = first_matches(query, database, kCounted + 1);
  if (!are_many && found.docids.size() <= kCounted) {
    found.is_exact = true;
    found.count = found.docids.size();
    sort_by_date(found.docids, database, order, most);
    return found;
  }
  if (!are_many)
    found.count =
        std::uint64_t{found.docids.size()} * database.get_lastdocid() / found.docids.back();
  found.docids = first_by_date(query, database, order, most);
  return found;
}

}  // namespace notes

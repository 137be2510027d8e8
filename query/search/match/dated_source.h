// SPDX-License-Identifier: GPL-2.0-or-later
// The dated sections, weighed by their dates, as a part of a Xapian query. What is ranked by them
// stands newest, or oldest, first; and once a page is full, later sections that cannot come onto it
// are passed over without a look at the rest of the query.
#pragma once

#include <xapian.h>

#include "common/index/place.h"
#include "common/schema.h"

namespace notes {

enum class DateOrder : std::uint8_t { newest_first, oldest_first };

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
  // From 1 on: no section weighs less than nothing before the page is full.
  double weight_of(const std::string& date) const {
    const Minute minutes = order_ == DateOrder::newest_first
                               ? minute_from_sortable(date) - minute_from_sortable(first_)
                               : minute_from_sortable(last_) - minute_from_sortable(date);
    return static_cast<double>(minutes + 1);
  }

  // Of equal dates the section that was there first stays.
  void pass_over(double least_weight) {
    for (; at_ != end_; ++at_) {
      std::string date = *at_;
      if (date != date_) {  // sections of a note share theirs
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

}  // namespace notes

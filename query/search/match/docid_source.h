// SPDX-License-Identifier: GPL-2.0-or-later
// Sections that are known by their docids, as a part of a Xapian query.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <xapian.h>

namespace notes {

class DocidSource : public Xapian::PostingSource {
 public:
  // `docids` are ascending.
  explicit DocidSource(std::vector<Xapian::docid> docids) : docids_(std::move(docids)) {}

  PostingSource* clone() const override { return new DocidSource(docids_); }
  void init(const Xapian::Database&) override { next_ = 0; }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override { ++next_; }
  void skip_to(Xapian::docid docid, double) override {
    next_ = std::max<std::size_t>(next_, 1);
    while (!at_end() && get_docid() < docid) ++next_;
  }
  bool at_end() const override { return next_ > docids_.size(); }
  Xapian::docid get_docid() const override { return docids_[next_ - 1]; }

 protected:
  // For sections that are only known once there is a database.
  void set_docids(std::vector<Xapian::docid> docids) { docids_ = std::move(docids); }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>(docids_.size()); }

  std::vector<Xapian::docid> docids_;
  std::size_t next_ = 0;  // index behind that of the section the source stands at
};

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// A condition that the index cannot answer by terms, as a part of a Xapian query: decided section
// by section. It goes into a conjunction with terms that narrow it down. Claiming every section, it
// is asked last, and only about those that satisfy the rest.
#pragma once

#include <algorithm>

#include <xapian.h>

namespace notes {

class CheckedSource : public Xapian::PostingSource {
 public:
  void init(const Xapian::Database& database) override {
    section_count_ = database.get_doccount();
    last_docid_ = database.get_lastdocid();
    docid_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return section_count_; }
  Xapian::doccount get_termfreq_max() const override { return section_count_; }

  void next(double) override {
    ++docid_;
    find_match();
  }
  void skip_to(Xapian::docid docid, double) override {
    docid_ = std::max(docid_, docid);
    find_match();
  }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return matches(docid);
  }
  bool at_end() const override { return docid_ > last_docid_; }
  Xapian::docid get_docid() const override { return docid_; }

 protected:
  // Asked in ascending order; also about docids that no section has.
  virtual bool matches(Xapian::docid docid) = 0;

 private:
  void find_match() {
    while (!at_end() && !matches(docid_)) ++docid_;
  }

  Xapian::doccount section_count_ = 0;
  Xapian::docid last_docid_ = 0;
  Xapian::docid docid_ = 0;
};

}  // namespace notes

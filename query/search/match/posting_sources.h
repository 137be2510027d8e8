// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a Xapian query that are not terms.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include <xapian.h>

namespace notes {

// A condition that needs more than terms, checked section by section. Combine it with terms that
// narrow it down: it claims to match every section, so Xapian asks it last, and only about sections
// that match the rest.
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
  // Called with ascending docids, also those of no section.
  virtual bool matches(Xapian::docid docid) = 0;

 private:
  void find_match() {
    while (!at_end() && !matches(docid_)) ++docid_;
  }

  Xapian::doccount section_count_ = 0;
  Xapian::docid last_docid_ = 0;
  Xapian::docid docid_ = 0;
};

class DocidSource : public Xapian::PostingSource {
 public:
  // `docids` are sorted.
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
  std::size_t next_ = 0;  // one more than the index of the current section
};

}  // namespace notes

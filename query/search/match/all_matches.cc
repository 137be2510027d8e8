// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

#include "common/schema.h"
#include "query/search/match/query_compiler.h"

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
  Docids take() { return std::move(docids_); }

 private:
  Docids docids_;
};

class CheckedSource final : public Xapian::ValuePostingSource {
 public:
  CheckedSource(Xapian::valueno value_slot, Check passes)
      : ValuePostingSource(value_slot), passes_(std::move(passes)) {}

  PostingSource* clone() const override { return new CheckedSource(get_slot(), passes_); }
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
    set_termfreq_min(0);
    set_termfreq_est(database.get_doccount());
    set_termfreq_max(database.get_doccount());
  }

  void next(double least_weight) override {
    ValuePostingSource::next(least_weight);
    find_match(least_weight);
  }
  void skip_to(Xapian::docid docid, double least_weight) override {
    ValuePostingSource::skip_to(docid, least_weight);
    find_match(least_weight);
  }
  bool check(Xapian::docid docid, double least_weight) override {
    return ValuePostingSource::check(docid, least_weight) && (at_end() || passes_(get_value()));
  }

 private:
  void find_match(double least_weight) {
    while (!at_end() && !passes_(get_value())) ValuePostingSource::next(least_weight);
  }

  Check passes_;
};

class FoundSource final : public Xapian::PostingSource {
 public:
  using Find = std::function<Docids(const Xapian::Database&)>;

  // All copies of a query share what was found.
  explicit FoundSource(Find find, std::shared_ptr<std::optional<Docids>> found =
                                      std::make_shared<std::optional<Docids>>())
      : find_(std::move(find)), found_(std::move(found)) {}

  PostingSource* clone() const override { return new FoundSource(find_, found_); }
  void init(const Xapian::Database& database) override {
    if (!*found_) *found_ = find_(database);
    next_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return count(); }
  Xapian::doccount get_termfreq_est() const override { return count(); }
  Xapian::doccount get_termfreq_max() const override { return count(); }
  void next(double) override { ++next_; }
  void skip_to(Xapian::docid docid, double) override {
    next_ = std::max<std::size_t>(next_, 1);
    while (!at_end() && get_docid() < docid) ++next_;
  }
  bool at_end() const override { return next_ > (*found_)->size(); }
  Xapian::docid get_docid() const override { return (**found_)[next_ - 1]; }

 private:
  Xapian::doccount count() const { return static_cast<Xapian::doccount>((*found_)->size()); }

  Find find_;
  std::shared_ptr<std::optional<Docids>> found_;
  std::size_t next_ = 0;  // one more than the index of the current section
};

// Sections with all of the stems whose sequence of words is as wanted.
Xapian::Query decided(const std::vector<std::string>& stems, Check is_wanted) {
  std::vector<Xapian::Query> parts(stems.begin(), stems.end());
  parts.push_back(only_checked(slot::words, std::move(is_wanted)));
  return {Xapian::Query::OP_AND, parts.begin(), parts.end()};
}

std::string bytes_of(const WordPrints& row) {
  WordSequence words;
  for (const WordPrint print : row) words.add(print);
  return words.take();
}

// Whether `is_wanted` says so of the index after any occurrence of the row.
template <class Is>
bool any_row(std::string_view sequence, std::string_view row, Is is_wanted) {
  for (auto at = sequence.find(row); at != sequence.npos; at = sequence.find(row, at + 1))
    if (at % sizeof(WordPrint) == 0 && is_wanted((at + row.size()) / sizeof(WordPrint)))
      return true;
  return false;
}

}  // namespace

Docids all_matches(const Xapian::Query& query, const Xapian::Database& database) {
  Xapian::Enquire enquire = enquire_without_order(query, database);
  Gatherer all;
  enquire.add_matchspy(&all);
  enquire.get_mset(0, 0, database.get_doccount());
  return all.take();
}

Xapian::MSet unranked(const Xapian::Query& query, const Xapian::Database& database,
                      Xapian::doccount most, Xapian::doccount counted) {
  return enquire_without_order(query, database).get_mset(0, most, counted);
}

Xapian::Query only(Docids docids) {
  return only_found([docids = std::move(docids)](const Xapian::Database&) { return docids; });
}

Xapian::Query only_found(std::function<Docids(const Xapian::Database&)> find) {
  return Xapian::Query((new FoundSource(std::move(find)))->release());
}

Xapian::Query only_checked(Xapian::valueno slot, Check passes) {
  return Xapian::Query((new CheckedSource(slot, std::move(passes)))->release());
}

WordPrints prints_of(const std::vector<std::string>& stems) {
  WordPrints prints;
  for (const std::string& stem : stems) prints.push_back(print_of(stem));
  return prints;
}

bool has_row(std::string_view sequence, const WordPrints& row) {
  return any_row(sequence, bytes_of(row), [](std::size_t) { return true; });
}

std::set<WordPrint> prints_behind(std::string_view sequence, const WordPrints& row) {
  std::set<WordPrint> behind;
  any_row(sequence, bytes_of(row), [&](std::size_t at) {
    if (at < word_count(sequence)) behind.insert(word_at(sequence, at));
    return false;
  });
  return behind;
}

// Remembers where each word was last seen. The words are together if the oldest of these places is
// near enough.
bool has_window(std::string_view sequence, const WordPrints& words, std::size_t window) {
  constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();
  std::vector<std::size_t> last_seen(words.size(), kUnseen);
  const std::size_t count = word_count(sequence);
  for (std::size_t at = 0; at < count; ++at) {
    const WordPrint print = word_at(sequence, at);
    const auto word = std::ranges::find(words, print);
    if (word == words.end()) {
      if (print == kBarrier) std::ranges::fill(last_seen, kUnseen);
      continue;
    }
    last_seen[static_cast<std::size_t>(word - words.begin())] = at;
    const bool all_near = std::ranges::all_of(
        last_seen, [&](std::size_t seen) { return seen != kUnseen && seen + window > at; });
    if (all_near) return true;
  }
  return false;
}

Xapian::Query in_a_row(const std::vector<std::string>& stems,
                       const std::vector<std::string>& last_words) {
  if (stems.empty()) return {};
  if (stems.size() == 1 && last_words.empty()) return Xapian::Query(stems.front());
  WordPrints last = prints_of(last_words);
  std::ranges::sort(last);
  return decided(stems, [row = bytes_of(prints_of(stems)), last](std::string_view sequence) {
    return any_row(sequence, row, [&](std::size_t at) {
      return last.empty() ||
             (at < word_count(sequence) && std::ranges::binary_search(last, word_at(sequence, at)));
    });
  });
}

Xapian::Query near_each_other(std::vector<std::string> stems, std::size_t window) {
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  if (stems.size() < 2) return in_a_row(stems);
  return decided(stems, [words = prints_of(stems), window](std::string_view sequence) {
    return has_window(sequence, words, window);
  });
}

std::set<Xapian::docid> matches_among(Docids docids, const Xapian::Query& query,
                                      const Xapian::Database& database) {
  std::ranges::sort(docids);
  const auto most = static_cast<Xapian::doccount>(docids.size());
  const Xapian::MSet found = unranked(
      Xapian::Query(Xapian::Query::OP_FILTER, query, only(std::move(docids))), database, most);
  return {found.begin(), found.end()};
}

std::vector<std::string> terms_of(Xapian::docid docid, const Xapian::Database& database,
                                  std::string_view start) {
  std::vector<std::string> terms;
  auto term = database.termlist_begin(docid);
  for (term.skip_to(std::string(start)); term != database.termlist_end(docid); ++term) {
    std::string found = *term;
    if (!found.starts_with(start)) break;
    terms.push_back(std::move(found));
  }
  return terms;
}

std::vector<CountedTerm> terms_from(const Xapian::Database& database, const std::string& from,
                                    std::string_view prefix) {
  std::vector<CountedTerm> terms;
  for (auto term = database.allterms_begin(from); term != database.allterms_end(from); ++term)
    terms.push_back({(*term).substr(prefix.size()), term.get_termfreq()});
  return terms;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/matching.h"

#include <algorithm>
#include <utility>

#include "common/day.h"
#include "common/schema.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/boosts.h"

namespace notes {
namespace {

using Xapian::doccount;

// How many sections to look at for each one requested, if there are no words to rank by: the
// topmost section of each branch hides those below it, which have its date.
constexpr doccount kSectionsABranch = 50;
// How many sections to check the text of, at most, if the index alone cannot decide.
constexpr doccount kCheckedSections = 5000;
// Up to these numbers, full matches and those without a rank are counted exactly.
constexpr doccount kCountedFull = 1000;
constexpr doccount kCountedByDate = 20'000;

// Dated sections, with the date as weight. Once a page is full, skips sections that are not good
// enough for it without checking the rest of the query.
class DatedSource final : public Xapian::ValuePostingSource {
 public:
  explicit DatedSource(SortOrder order) : ValuePostingSource(slot::date_begin), order_(order) {}

  PostingSource* clone() const override { return new DatedSource(order_); }
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    first_ = database.get_value_lower_bound(slot::date_begin);
    last_ = database.get_value_upper_bound(slot::date_begin);
    set_maxweight(weight_of(order_ != SortOrder::oldest ? last_ : first_));
  }
  void next(double least_weight) override {
    ValuePostingSource::next(least_weight);
    pass_over(least_weight);
  }
  void skip_to(Xapian::docid docid, double least_weight) override {
    ValuePostingSource::skip_to(docid, least_weight);
    pass_over(least_weight);
  }
  bool check(Xapian::docid docid, double least_weight) override {
    skip_to(docid, least_weight);
    return true;
  }
  double get_weight() const override { return weight_; }

 private:
  // At least 1: the weight to beat is 0 until the page is full.
  double weight_of(const std::string& date) const {
    const Minute minutes = order_ != SortOrder::oldest
                               ? minute_from_sortable(date) - minute_from_sortable(first_)
                               : minute_from_sortable(last_) - minute_from_sortable(date);
    return static_cast<double>(minutes + 1);
  }

  // If sections have the same date, the first one found stays.
  void pass_over(double least_weight) {
    for (; !at_end(); ValuePostingSource::next(least_weight)) {
      std::string date = get_value();
      if (date != date_) {  // sections of a note often share a date
        weight_ = weight_of(date);
        date_ = std::move(date);
      }
      if (weight_ > least_weight) return;
    }
  }

  SortOrder order_;
  std::string first_;
  std::string last_;
  std::string date_;
  double weight_ = 0;
};

doccount window_of(const PlannedSearch& search) {
  const auto enough = static_cast<doccount>(window_size(search.request));
  if (!search.check.empty()) return std::max(kCheckedSections, enough);
  if (!search.plan.words.empty()) return enough;
  const doccount all = search.in.database.get_doccount();
  const auto asked = static_cast<doccount>(search.request.offset + search.request.limit);
  return asked < all / kSectionsABranch ? std::max(asked * kSectionsABranch, enough) : all;
}

void count(const Xapian::MSet& found, StageMatches& matches) {
  matches.count = found.get_matches_estimated();
  matches.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
}

void find_by_rank(const PlannedSearch& search, StageMatches& matches) {
  Xapian::Enquire enquire(search.in.database);
  enquire.set_query(matches.stage.query);
  enquire.set_weighting_scheme(*weighting_scheme());
  // Sections without a date come last, in either order.
  Xapian::MultiValueKeyMaker oldest_first;
  oldest_first.add_value(slot::date_begin, false, "\xff");
  if (search.request.sort == SortOrder::oldest)
    enquire.set_sort_by_key_then_relevance(&oldest_first, false);
  else if (search.request.sort == SortOrder::newest)
    enquire.set_sort_by_value_then_relevance(slot::date_begin, true);
  const Xapian::MSet found = enquire.get_mset(0, window_of(search));
  count(found, matches);
  for (auto item = found.begin(); item != found.end(); ++item)
    matches.candidates.push_back({*item, item.get_weight(), matches.stage.matched});
}

// Without words to rank by. Sections without a date come last.
void find_by_date(const PlannedSearch& search, StageMatches& matches) {
  using Xapian::Query;
  const Xapian::Database& database = search.in.database;
  const Query& query = matches.stage.query;
  const doccount most = window_of(search);
  count(unranked(query, database, 0), matches);
  if (!matches.is_exact) count(unranked(query, database, 0, kCountedByDate), matches);
  Xapian::Enquire enquire(database);
  enquire.set_query(
      Query(Query::OP_FILTER, Query((new DatedSource(search.request.sort))->release()), query));
  const Xapian::MSet dated = enquire.get_mset(0, most);
  const Query has_date(field_term(field(FieldId::has), "date"));
  const Xapian::MSet undated =
      unranked(Query(Query::OP_AND_NOT, query, has_date), database, most - dated.size());
  for (const Xapian::MSet& found : {dated, undated})
    for (const Xapian::docid docid : found)
      matches.candidates.push_back({docid, 0, matches.stage.matched});
}

// Keeps candidates whose text passes, until there are enough.
void check_text(const PlannedSearch& search, StageMatches& matches) {
  const std::uint64_t found = matches.count;
  const std::size_t enough = window_size(search.request);
  std::size_t looked_at = 0;
  std::vector<Candidate> passing;
  for (Candidate& candidate : matches.candidates) {
    if (passing.size() >= enough) break;
    if (search.check.passes(candidate.docid, candidate.matched))
      passing.push_back(std::move(candidate));
    ++looked_at;
  }
  matches.candidates = std::move(passing);
  matches.count = matches.candidates.size();
  matches.is_exact = matches.is_exact && looked_at == found;
  if (!matches.is_exact && looked_at == window_of(search))
    matches.remark = "only " + std::to_string(looked_at) + " of " + std::to_string(found) +
                     " sections were checked; another word narrows them down";
}

// Marks the candidates that are full matches, and counts all full matches.
void find_full_matches(const PlannedSearch& search, StageMatches& matches) {
  const Xapian::Query& full = matches.stage.full;
  const Xapian::Database& database = search.in.database;
  Docids candidates;
  for (const Candidate& candidate : matches.candidates) candidates.push_back(candidate.docid);
  const auto docids = matches_among(std::move(candidates), full, database);
  for (Candidate& candidate : matches.candidates)
    if (docids.contains(candidate.docid)) candidate.matched = Matched::all;
  matches.full_count = !search.check.empty()
                           ? docids.size()
                           : unranked(full, database, 0, kCountedFull).get_matches_estimated();
}

StageMatches run(const Stage& stage, const PlannedSearch& search) {
  StageMatches matches{stage};
  if (search.plan.words.empty())
    find_by_date(search, matches);
  else
    find_by_rank(search, matches);
  if (!search.check.empty()) check_text(search, matches);
  if (stage.matched != Matched::some)
    matches.full_count = matches.count;
  else if (!stage.full.empty())
    find_full_matches(search, matches);
  return matches;
}

StageMatches counted(const Stage& stage, const PlannedSearch& search) {
  StageMatches matches{stage};
  const auto enough = static_cast<doccount>(window_size(search.request));
  count(unranked(stage.query, search.in.database, 0, enough), matches);
  return matches;
}

// Whether words need not be spread over sections, because some sections have them all.
bool is_needless(const Stage& stage, const std::vector<StageMatches>& before) {
  const auto has_found = [](const StageMatches& found) { return !found.candidates.empty(); };
  return stage.matched == Matched::spread && std::ranges::any_of(before, has_found);
}

}  // namespace

std::vector<StageMatches> match(const PlannedSearch& search, const Suffice& suffice) {
  std::vector<StageMatches> matches;
  bool was_asked = !search.plan.in_tiers;
  bool only_count = false;
  for (const Stage& stage : search.plan.stages) {
    if (!was_asked && stage.matched == Matched::some) {
      was_asked = true;
      only_count = suffice(matches) && search.check.empty();
    }
    if (is_needless(stage, matches)) continue;
    matches.push_back(only_count ? counted(stage, search) : run(stage, search));
  }
  return matches;
}

void count_matches(const std::vector<StageMatches>& matches, SearchResult& result) {
  for (const StageMatches& stage : matches) {
    result.total += stage.count;
    result.total_all += stage.full_count;
    result.exact_total = result.exact_total && stage.is_exact;
    if (!stage.remark.empty()) result.notes_on_query.push_back(stage.remark);
  }
}

}  // namespace notes

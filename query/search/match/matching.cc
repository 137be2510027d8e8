// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/matching.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/schema.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/by_date.h"
#include "query/search/rank/ranking.h"
#include "query/search/rank/result_folding.h"

namespace notes {
namespace {

using Xapian::doccount;

// How many sections to look at for each one requested, if there are no words to rank by: the
// topmost section of each branch hides those below it, which have its date.
constexpr doccount kSectionsABranch = 50;
// How many sections to check the text of, at most, if the index alone cannot decide.
constexpr doccount kCheckedSections = 5000;
// Up to this number, full matches are counted exactly.
constexpr doccount kCountedFull = 1000;

// Sections without a date come last, in either order.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string date = document.get_value(slot::date_begin);
    return date.empty() ? "\xff" : date;
  }
};

class Matcher {
 public:
  explicit Matcher(const MatchedBy& by)
      : plan_(by.plan), request_(by.request), check_(by.check), in_(by.in) {}

  StageMatches run(const Stage& stage);

 private:
  doccount window() const;
  void search(doccount window, StageMatches& matches) const;
  void search_by_date(doccount window, StageMatches& matches) const;
  void check_text(doccount window, StageMatches& matches) const;
  void find_full_matches(StageMatches& matches) const;

  const QueryPlan& plan_;
  const SearchRequest& request_;
  TextCheck* check_;
  const CheckedIndex& in_;
};

doccount Matcher::window() const {
  const auto enough = static_cast<doccount>(window_size(request_));
  if (check_ != nullptr) return std::max(kCheckedSections, enough);
  if (!plan_.words.empty()) return enough;
  const doccount all = in_.index.database.get_doccount();
  const auto asked = static_cast<doccount>(request_.offset + request_.limit);
  return asked < all / kSectionsABranch ? std::max(asked * kSectionsABranch, enough) : all;
}

void Matcher::search(doccount window, StageMatches& matches) const {
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(matches.stage.query);
  enquire.set_weighting_scheme(*weighting_scheme());
  if (request_.sort == SortOrder::oldest)
    enquire.set_sort_by_key_then_relevance((new OldestFirst)->release(), false);
  else if (request_.sort == SortOrder::newest)
    enquire.set_sort_by_value_then_relevance(slot::date_begin, true);
  const Xapian::MSet found = enquire.get_mset(0, window);
  matches.count = found.get_matches_estimated();
  matches.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  for (auto item = found.begin(); item != found.end(); ++item)
    matches.candidates.push_back({*item, item.get_weight(), matches.stage.matched});
}

void Matcher::search_by_date(doccount window, StageMatches& matches) const {
  const DateOrder order =
      request_.sort == SortOrder::oldest ? DateOrder::oldest_first : DateOrder::newest_first;
  const ByDate found = find_by_date(matches.stage.query, in_.index.database, order, window);
  matches.count = found.count;
  matches.is_exact = found.is_exact;
  for (const Xapian::docid docid : found.docids)
    matches.candidates.push_back({docid, 0, matches.stage.matched});
}

// Keeps candidates whose text passes, until there are enough.
void Matcher::check_text(doccount window, StageMatches& matches) const {
  const std::uint64_t found = matches.count;
  const std::size_t enough = window_size(request_);
  std::size_t looked_at = 0;
  std::vector<Candidate> passing;
  for (Candidate& candidate : matches.candidates) {
    if (passing.size() >= enough) break;
    if (passes(*check_, candidate.docid, candidate.matched, in_))
      passing.push_back(std::move(candidate));
    ++looked_at;
  }
  matches.candidates = std::move(passing);
  matches.count = matches.candidates.size();
  matches.is_exact = matches.is_exact && looked_at == found;
  if (!matches.is_exact && looked_at == window)
    matches.remark = "only " + std::to_string(looked_at) + " of " + std::to_string(found) +
                     " sections were checked; another word narrows them down";
}

// Marks the candidates that are full matches, and counts all full matches.
void Matcher::find_full_matches(StageMatches& matches) const {
  const Xapian::Query& full = matches.stage.full;
  const Xapian::Database& database = in_.index.database;
  const auto docids = matches_among(docids_of(matches.candidates), full, database);
  for (Candidate& candidate : matches.candidates)
    if (docids.contains(candidate.docid)) candidate.matched = Matched::all;
  matches.full_count = check_ != nullptr
                           ? docids.size()
                           : unranked(full, database, 0, 0, kCountedFull).get_matches_estimated();
}

StageMatches Matcher::run(const Stage& stage) {
  StageMatches matches{stage};
  if (plan_.words.empty())
    search_by_date(window(), matches);
  else
    search(window(), matches);
  if (check_ != nullptr) check_text(window(), matches);
  if (stage.matched != Matched::some)
    matches.full_count = matches.count;
  else if (!stage.full.empty())
    find_full_matches(matches);
  return matches;
}

StageMatches counted(const Stage& stage, const MatchedBy& by) {
  StageMatches matches{stage};
  const Xapian::MSet found = unranked(stage.query, by.in.index.database, 0, 0,
                                      static_cast<doccount>(window_size(by.request)));
  matches.count = found.get_matches_estimated();
  matches.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  return matches;
}

bool found_any(const std::vector<StageMatches>& matches) {
  return std::ranges::any_of(matches,
                             [](const StageMatches& stage) { return !stage.candidates.empty(); });
}

std::span<const Stage> full_stages(const QueryPlan& plan) {
  const auto is_partial = [](const Stage& stage) { return stage.matched == Matched::some; };
  const auto end =
      plan.in_tiers ? std::ranges::find_if(plan.stages, is_partial) : plan.stages.end();
  return {plan.stages.begin(), end};
}

}  // namespace

std::vector<StageMatches> match(const MatchedBy& by) {
  std::vector<StageMatches> matches;
  for (const Stage& stage : full_stages(by.plan))
    if (!stage.only_if_nothing_before || !found_any(matches))
      matches.push_back(Matcher(by).run(stage));
  return matches;
}

bool match_rest(const MatchedBy& by, Partial partial, std::vector<StageMatches>& matches) {
  const bool only_count = partial == Partial::counted && by.check == nullptr;
  bool found_more = false;
  for (const Stage& stage : std::span(by.plan.stages).subspan(full_stages(by.plan).size())) {
    if (stage.only_if_nothing_before && found_any(matches)) continue;
    matches.push_back(only_count ? counted(stage, by) : Matcher(by).run(stage));
    found_more = found_more || !matches.back().candidates.empty();
  }
  return found_more;
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

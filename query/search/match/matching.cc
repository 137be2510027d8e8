// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/matching.h"

#include <algorithm>
#include <set>

#include "common/schema.h"
#include "common/section_codec.h"
#include "query/search/match/docid_source.h"
#include "query/search/rank/cut.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

using Xapian::doccount;

// Sections looked at for each one asked for when there is nothing to rank by: the topmost of each
// branch stands for those below it, which have its date.
constexpr doccount kSectionsABranch = 50;
// Sections whose text is looked through, at most, when the index cannot decide alone.
constexpr doccount kCheckedSections = 5000;
// Full matches are counted exactly up to so many.
constexpr doccount kCountedExactly = 1000;

// Sections without a date come last in either order.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string date = document.get_value(slot::date_begin);
    return date.empty() ? "\xff" : date;
  }
};

class Matcher {
 public:
  Matcher(const QueryPlan& plan, const SearchRequest& request, TextCheck* check,
          const CheckedIndex& in)
      : plan_(plan), request_(request), check_(check), in_(in) {}

  // `found_before`: candidates of the stages before it.
  StageMatches run(const Stage& stage, std::size_t found_before);

 private:
  doccount window_of(std::size_t found_before) const;
  Xapian::MSet search(const Stage& stage, doccount window) const;
  doccount take_documents(const Xapian::MSet& found, StageMatches& matches);
  void find_full_matches(StageMatches& matches) const;
  bool passes_check(Xapian::docid docid, Matched matched);

  const QueryPlan& plan_;
  const SearchRequest& request_;
  TextCheck* check_;
  const CheckedIndex& in_;
};

doccount Matcher::window_of(std::size_t found_before) const {
  const auto enough = static_cast<doccount>(window_size(request_));
  if (check_ != nullptr) return std::max(kCheckedSections, enough);
  if (found_before >= enough) return 0;
  if (!plan_.words.empty()) return enough;
  const doccount all = in_.index.database.get_doccount();
  const auto asked = static_cast<doccount>(request_.offset + request_.limit);
  return asked < all / kSectionsABranch ? std::max(asked * kSectionsABranch, enough) : all;
}

Xapian::MSet Matcher::search(const Stage& stage, doccount window) const {
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(stage.query);
  enquire.set_weighting_scheme(*weighting_scheme());
  if (request_.sort == SortOrder::oldest)
    enquire.set_sort_by_key_then_relevance((new OldestFirst)->release(), false);
  else if (request_.sort == SortOrder::newest || plan_.words.empty())
    enquire.set_sort_by_value_then_relevance(slot::date_begin, true);
  return enquire.get_mset(0, window);
}

bool Matcher::passes_check(Xapian::docid docid, Matched matched) {
  if (check_ == nullptr) return true;
  const auto stored = unpack_section(in_.index.database.get_document(docid).get_data());
  return passes(*check_, stored.section, matched, in_);
}

// Returns how many of them it looked at.
doccount Matcher::take_documents(const Xapian::MSet& found, StageMatches& matches) {
  const std::size_t enough = window_size(request_);
  const Matched matched = matches.stage.matched;
  doccount looked_at = 0;
  for (auto item = found.begin(); item != found.end(); ++item, ++looked_at) {
    if (check_ != nullptr && matches.documents.size() >= enough) break;
    if (passes_check(*item, matched))
      matches.documents.push_back({*item, item.get_weight(), matched});
  }
  return looked_at;
}

// Says of each document whether it is one, and how many there are of all.
void Matcher::find_full_matches(StageMatches& matches) const {
  std::vector<Xapian::docid> docids;
  for (const RankedDocument& document : matches.documents) docids.push_back(document.docid);
  std::ranges::sort(docids);
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, matches.stage.full,
                                  Xapian::Query((new DocidSource(docids))->release())));
  const Xapian::MSet full = enquire.get_mset(0, static_cast<doccount>(docids.size()));
  const std::set<Xapian::docid> full_docids(full.begin(), full.end());
  for (RankedDocument& document : matches.documents)
    if (full_docids.contains(document.docid)) document.matched = Matched::all;
  enquire.set_query(matches.stage.full);
  matches.full_count = check_ != nullptr
                           ? full_docids.size()
                           : enquire.get_mset(0, 0, kCountedExactly).get_matches_estimated();
}

std::string remark_on_unchecked(doccount looked_at, const Xapian::MSet& found) {
  return "only " + std::to_string(looked_at) + " of " +
         std::to_string(found.get_matches_estimated()) +
         " sections were looked through; a further word narrows them down";
}

StageMatches Matcher::run(const Stage& stage, std::size_t found_before) {
  StageMatches matches{stage};
  const doccount window = window_of(found_before);
  const Xapian::MSet found = search(stage, window);
  const doccount looked_at = take_documents(found, matches);
  if (check_ != nullptr) {
    matches.count = matches.documents.size();
    matches.is_exact = looked_at == found.get_matches_upper_bound();
    if (!matches.is_exact && looked_at == window)
      matches.remark = remark_on_unchecked(looked_at, found);
  } else {
    matches.count = found.get_matches_estimated();
    matches.is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  }
  if (stage.matched != Matched::some)
    matches.full_count = matches.count;
  else if (!stage.full.empty())
    find_full_matches(matches);
  return matches;
}

}  // namespace

std::vector<StageMatches> match(const QueryPlan& plan, const SearchRequest& request,
                                TextCheck* check, const CheckedIndex& in) {
  Matcher matcher(plan, request, check, in);
  std::vector<StageMatches> matches;
  std::size_t found = 0;
  for (const Stage& stage : plan.stages) {
    if (stage.only_if_nothing_before && found > 0) continue;
    matches.push_back(matcher.run(stage, found));
    found += matches.back().documents.size();
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

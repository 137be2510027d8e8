// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/matching.h"

#include <algorithm>
#include <set>

#include "common/schema.h"
#include "common/section_codec.h"
#include "query/search/match/dated_source.h"
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
// Full matches, and sections that meet conditions, are counted exactly up to so many.
constexpr doccount kCountedFull = 1000;
constexpr doccount kCountedByDate = 20'000;

// Sections without a date come last in either order.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string date = document.get_value(slot::date_begin);
    return date.empty() ? "\xff" : date;
  }
};

// What the index answers before the text is looked at.
struct Found {
  std::vector<RankedDocument> documents;
  std::uint64_t count = 0;
  bool is_exact = true;

  explicit Found(const Xapian::MSet& found)
      : count(found.get_matches_estimated()),
        is_exact(found.get_matches_lower_bound() == found.get_matches_upper_bound()) {
    add(found);
  }
  void add(const Xapian::MSet& found) {
    for (auto item = found.begin(); item != found.end(); ++item)
      documents.push_back({*item, item.get_weight()});
  }
};

Xapian::Query dated() {
  return Xapian::Query(field_term(field(FieldId::has), "date"));
}

class Matcher {
 public:
  Matcher(const QueryPlan& plan, const SearchRequest& request, TextCheck* check,
          const CheckedIndex& in)
      : plan_(plan), request_(request), check_(check), in_(in) {}

  // `found_before`: candidates of the stages before it.
  StageMatches run(const Stage& stage, std::size_t found_before);

 private:
  doccount window_of(std::size_t found_before) const;
  Found search(const Stage& stage, doccount window) const;
  Found search_by_date(const Xapian::Query& query, doccount window) const;
  void count(const Xapian::Query& query, Found& found) const;
  Xapian::MSet unranked(const Xapian::Query& query, doccount first, doccount most) const;
  std::size_t take_documents(const Found& found, StageMatches& matches);
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

Found Matcher::search(const Stage& stage, doccount window) const {
  if (plan_.words.empty()) return search_by_date(stage.query, window);
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(stage.query);
  enquire.set_weighting_scheme(*weighting_scheme());
  if (request_.sort == SortOrder::oldest)
    enquire.set_sort_by_key_then_relevance((new OldestFirst)->release(), false);
  else if (request_.sort == SortOrder::newest)
    enquire.set_sort_by_value_then_relevance(slot::date_begin, true);
  return Found(enquire.get_mset(0, window));
}

// Those without a date stand behind all others.
Found Matcher::search_by_date(const Xapian::Query& query, doccount window) const {
  using Xapian::Query;
  const DateOrder order =
      request_.sort == SortOrder::oldest ? DateOrder::oldest_first : DateOrder::newest_first;
  const Query by_date((new DatedSource(order))->release());
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(Query(Query::OP_FILTER, by_date, query));
  Found found(enquire.get_mset(0, window));
  if (const auto left = static_cast<doccount>(window - found.documents.size()); left > 0)
    found.add(unranked(Query(Query::OP_AND_NOT, query, dated()), 0, left));
  for (RankedDocument& document : found.documents) document.score = 0;
  count(query, found);
  return found;
}

// As many as there are, or as there should be where a part has so many: Xapian's own estimate goes
// by how common the conditions are, as if they had nothing to do with each other.
void Matcher::count(const Xapian::Query& query, Found& found) const {
  const Xapian::MSet beyond = unranked(query, kCountedByDate, 1);
  found.is_exact = beyond.get_matches_lower_bound() == beyond.get_matches_upper_bound();
  found.count = found.is_exact ? beyond.get_matches_estimated()
                               : std::uint64_t{kCountedByDate} *
                                     in_.index.database.get_lastdocid() / *beyond.begin();
}

// From the one at `first` on, in the order of docids.
Xapian::MSet Matcher::unranked(const Xapian::Query& query, doccount first, doccount most) const {
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(first, most);
}

bool Matcher::passes_check(Xapian::docid docid, Matched matched) {
  if (check_ == nullptr) return true;
  const auto stored = unpack_section(in_.index.database.get_document(docid).get_data());
  return passes(*check_, stored.section, matched, in_);
}

// Returns how many of them it looked at.
std::size_t Matcher::take_documents(const Found& found, StageMatches& matches) {
  const std::size_t enough = window_size(request_);
  const Matched matched = matches.stage.matched;
  std::size_t looked_at = 0;
  for (const auto& [docid, score, unknown] : found.documents) {
    if (check_ != nullptr && matches.documents.size() >= enough) break;
    if (passes_check(docid, matched)) matches.documents.push_back({docid, score, matched});
    ++looked_at;
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
                           : enquire.get_mset(0, 0, kCountedFull).get_matches_estimated();
}

std::string remark_on_unchecked(std::size_t looked_at, const Found& found) {
  return "only " + std::to_string(looked_at) + " of " + std::to_string(found.count) +
         " sections were looked through; a further word narrows them down";
}

StageMatches Matcher::run(const Stage& stage, std::size_t found_before) {
  StageMatches matches{stage};
  const doccount window = window_of(found_before);
  const Found found = search(stage, window);
  const std::size_t looked_at = take_documents(found, matches);
  matches.count = found.count;
  matches.is_exact = found.is_exact;
  if (check_ != nullptr) {
    matches.count = matches.documents.size();
    matches.is_exact = looked_at == found.count && found.is_exact;
    if (!matches.is_exact && looked_at == window)
      matches.remark = remark_on_unchecked(looked_at, found);
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

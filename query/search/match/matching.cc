// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/match/matching.h"

#include <algorithm>
#include <set>

#include "common/schema.h"
#include "common/section_codec.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/dated_source.h"
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
    for (auto item = found.begin(); item != found.end(); ++item)
      documents.push_back({*item, item.get_weight()});
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
  Found search(const Stage& stage, doccount window) const;
  Found search_by_date(const Xapian::Query& query, doccount window) const;
  void sort_by_date(std::vector<Xapian::docid>& docids, doccount window) const;
  std::vector<Xapian::docid> find_by_date(const Xapian::Query& query, doccount window) const;
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

// Few sections are sorted by their dates. Of many, Xapian finds the first and looks at the
// conditions of no others.
Found Matcher::search_by_date(const Xapian::Query& query, doccount window) const {
  const Xapian::Database& database = in_.index.database;
  Found found(unranked(query, database, 0, 0));
  const bool are_many = found.is_exact && found.count > kCountedByDate;
  std::vector<Xapian::docid> docids;
  if (!are_many) docids = first_matches(query, database, kCountedByDate + 1);
  if (!are_many && docids.size() <= kCountedByDate) {
    found.is_exact = true;
    found.count = docids.size();
    sort_by_date(docids, window);
  } else {
    if (!are_many)
      found.count = std::uint64_t{docids.size()} * database.get_lastdocid() / docids.back();
    docids = find_by_date(query, window);
  }
  for (const Xapian::docid docid : docids) found.documents.push_back({docid});
  return found;
}

// Those of the window.
void Matcher::sort_by_date(std::vector<Xapian::docid>& docids, doccount window) const {
  SlotReader dates(in_.index.database, slot::date_begin);
  std::vector<std::pair<std::string, Xapian::docid>> dated;
  for (const Xapian::docid docid : docids) dated.emplace_back(dates.value_of(docid), docid);
  const bool oldest_first = request_.sort == SortOrder::oldest;
  const auto comes_before = [&](const auto& a, const auto& b) {
    if (a.first == b.first) return a.second < b.second;
    if (a.first.empty() || b.first.empty()) return b.first.empty();
    return (a.first < b.first) == oldest_first;
  };
  docids.resize(std::min<std::size_t>(docids.size(), window));
  std::ranges::partial_sort(dated, dated.begin() + static_cast<std::ptrdiff_t>(docids.size()),
                            comes_before);
  for (std::size_t i = 0; i < docids.size(); ++i) docids[i] = dated[i].second;
}

// Those without a date stand behind all others.
std::vector<Xapian::docid> Matcher::find_by_date(const Xapian::Query& query,
                                                 doccount window) const {
  using Xapian::Query;
  const DateOrder order =
      request_.sort == SortOrder::oldest ? DateOrder::oldest_first : DateOrder::newest_first;
  const Query by_date((new DatedSource(order))->release());
  Xapian::Enquire enquire(in_.index.database);
  enquire.set_query(Query(Query::OP_FILTER, by_date, query));
  const Xapian::MSet dated = enquire.get_mset(0, window);
  std::vector<Xapian::docid> docids(dated.begin(), dated.end());
  const Query is_dated(field_term(field(FieldId::has), "date"));
  const Xapian::MSet undated = unranked(Query(Query::OP_AND_NOT, query, is_dated),
                                        in_.index.database, 0, window - dated.size());
  docids.insert(docids.end(), undated.begin(), undated.end());
  return docids;
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
  const Xapian::Database& database = in_.index.database;
  std::vector<Xapian::docid> docids;
  for (const RankedDocument& document : matches.documents) docids.push_back(document.docid);
  const auto full_docids = matches_among(std::move(docids), matches.stage.full, database);
  for (RankedDocument& document : matches.documents)
    if (full_docids.contains(document.docid)) document.matched = Matched::all;
  matches.full_count =
      check_ != nullptr
          ? full_docids.size()
          : unranked(matches.stage.full, database, 0, 0, kCountedFull).get_matches_estimated();
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

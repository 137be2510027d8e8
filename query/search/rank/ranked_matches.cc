// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/ranked_matches.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "common/schema.h"
#include "query/search/rank/boosts.h"
#include "query/search/rank/cut.h"

namespace notes {
namespace {

// The values of one slot, asked for in ascending order of documents: read in one sweep instead of
// being looked up one by one.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, Xapian::valueno slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // Empty when the document has none.
  std::string value_of(Xapian::docid docid) {
    if (at_ != end_ && at_.get_docid() < docid) at_.skip_to(docid);
    return at_ != end_ && at_.get_docid() == docid ? *at_ : std::string();
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

std::vector<Candidate> make_candidates(const Xapian::Database& database,
                                       const std::vector<RankedDocument>& documents) {
  std::vector<std::size_t> by_docid(documents.size());
  std::iota(by_docid.begin(), by_docid.end(), std::size_t{0});
  std::ranges::sort(by_docid, {}, [&](std::size_t i) { return documents[i].docid; });
  SlotReader places(database, slot::place);
  SlotReader twins(database, slot::twin);
  SlotReader dates(database, slot::date_begin);
  std::vector<Candidate> candidates(documents.size());
  for (const std::size_t i : by_docid) {
    const Xapian::docid docid = documents[i].docid;
    Candidate& candidate = candidates[i];
    candidate.docid = docid;
    candidate.score = documents[i].score;
    candidate.matched = documents[i].matched;
    candidate.place = unpack_place(places.value_of(docid));
    candidate.twin = twins.value_of(docid);
    candidate.date = dates.value_of(docid);
  }
  return candidates;
}

// Whole titles stand above all others whatever these score.
void raise(std::span<Candidate> titled, double best_score) {
  for (Candidate& candidate : titled) candidate.add("whole title", best_score);
}

double best_score(const std::vector<Candidate>& candidates) {
  double best = 0;
  for (const Candidate& candidate : candidates) best = std::max(best, candidate.score);
  return best;
}

}  // namespace

std::vector<Candidate> rank(const std::vector<StageMatches>& matches, const RankedBy& by,
                            const SearchRequest& request, const Xapian::Database& database) {
  std::vector<Candidate> ranked;
  std::size_t titled = 0;
  for (const StageMatches& stage : matches) {
    auto candidates = make_candidates(database, stage.documents);
    if (request.sort == SortOrder::relevance && !by.words.empty()) {
      const auto best =
          std::span(candidates).first(std::min(candidates.size(), boosted_size(request)));
      apply_boosts(best, read_rank_inputs(database, best, by, request));
    }
    if (stage.stage.is_whole_title) titled = candidates.size();
    std::ranges::move(candidates, std::back_inserter(ranked));
  }
  raise(std::span(ranked).first(titled), best_score(ranked));
  return ranked;
}

}  // namespace notes

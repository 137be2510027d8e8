// SPDX-License-Identifier: GPL-2.0-or-later
// Folds nested sections and twins, and cuts the list.
#include <algorithm>
#include <cstdint>
#include <list>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "query/search/rank/boosts.h"

namespace notes {
namespace {

constexpr std::size_t kBoosted = 100;
constexpr std::size_t kBoostedOfGroups = 1000;  // also with --recency, which moves sections far
// How many candidates to look at for each one requested, and in addition, so that folding does not
// leave a page short: of several nested sections, only one is shown.
constexpr std::size_t kNested = 4;
constexpr std::size_t kFoldingMargin = 50;
// If there are this many full matches, partial ones are not shown.
constexpr std::size_t kSufficient = 3;

bool is_grouped(const SearchRequest& request) {
  return request.grouping == Grouping::thread || request.grouping == Grouping::note;
}

bool is_full(const Candidate& candidate) {
  return candidate.matched != Matched::some;
}

// Takes candidates in the order of their rank. Of two nested ones it keeps the one with the better
// rank, or, if there is nothing to rank by, the topmost of its branch. Of two matches that are
// spread over sections below, the lower one is kept. A section whose title has all of the words
// comes before the hits below it, which are kept too.
class Folder {
 public:
  explicit Folder(const QueryPlan& plan) : is_ranked_(!plan.words.empty()) {}

  void add(const Candidate& candidate) {
    if (!sections_.insert(candidate.docid).second) return;  // two stages found it
    if (!candidate.twin.empty() && !twins_.insert(candidate.twin).second) return;
    auto& of_note = by_note_[candidate.place.note];
    auto place = kept_.end();
    for (auto kept = of_note.begin(); kept != of_note.end();) {
      const bool is_outer = candidate.place.encloses((*kept)->place);
      const bool are_nested = is_outer || (*kept)->place.encloses(candidate.place);
      const Candidate& outer = is_outer ? candidate : **kept;
      const Candidate& inner = is_outer ? **kept : candidate;
      const bool heads = are_nested && stands_before(outer, inner);
      if (heads && is_outer && place == kept_.end()) place = *kept;
      if (!are_nested || (heads && inner.own_has_all)) {
        ++kept;
        continue;
      }
      if (!(heads && is_outer) && !replaces(candidate, **kept)) return;
      if (place == *kept) ++place;
      kept_.erase(*kept);
      kept = of_note.erase(kept);
    }
    of_note.push_back(kept_.insert(place, candidate));
  }

  std::vector<Candidate> take() { return {kept_.begin(), kept_.end()}; }

 private:
  bool replaces(const Candidate& candidate, const Candidate& kept) const {
    if (!is_ranked_) return candidate.place.encloses(kept.place);
    return candidate.matched == Matched::spread && kept.matched == Matched::spread &&
           kept.place.encloses(candidate.place);
  }

  bool stands_before(const Candidate& outer, const Candidate& inner) const {
    return is_ranked_ && outer.title_has_all && !inner.is_whole_title &&
           outer.matched == inner.matched;
  }

  bool is_ranked_;
  std::list<Candidate> kept_;
  std::map<std::uint64_t, std::vector<std::list<Candidate>::iterator>> by_note_;
  std::set<Xapian::docid> sections_;
  std::set<std::string> twins_;
};

std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping) {
  std::vector<Candidate> groups;
  std::map<std::pair<std::uint64_t, std::uint32_t>, std::size_t> places;
  for (Candidate& candidate : candidates) {
    const std::uint32_t thread = grouping == Grouping::thread ? candidate.place.thread_byte : 0;
    const auto [place, is_new] = places.try_emplace({candidate.place.note, thread}, groups.size());
    if (is_new)
      groups.push_back(std::move(candidate));
    else
      ++groups[place->second].others;
  }
  return groups;
}

}  // namespace

std::vector<Candidate> arrange(const std::vector<StageMatches>& matches,
                               const PlannedSearch& search) {
  Folder folder(search.plan);
  for (const Candidate& candidate : rank(matches, search)) folder.add(candidate);
  return cut(folder.take(), search.plan.in_tiers, search.request);
}

std::size_t boosted_size(const SearchRequest& request) {
  return is_grouped(request) || request.recency_days > 0 ? kBoostedOfGroups : kBoosted;
}

std::size_t window_size(const SearchRequest& request) {
  const std::size_t enough =
      kNested * static_cast<std::size_t>(request.offset + request.limit) + kFoldingMargin;
  const std::size_t block = boosted_size(request);
  return (enough + block - 1) / block * block;
}

bool fills_page(const std::vector<Candidate>& full, const SearchRequest& request) {
  if (is_grouped(request)) return false;  // partial matches count in the groups of full ones
  const std::size_t asked =
      static_cast<std::size_t>(request.offset) + static_cast<std::size_t>(request.limit);
  return full.size() >= (request.full_matches_suffice ? std::min(kSufficient, asked) : asked);
}

std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request) {
  if (request.full_matches_suffice && in_tiers &&
      static_cast<std::size_t>(std::ranges::count_if(folded, is_full)) >= kSufficient)
    std::erase_if(folded, [](const Candidate& candidate) { return !is_full(candidate); });
  return is_grouped(request) ? grouped(std::move(folded), request.grouping) : folded;
}

}  // namespace notes

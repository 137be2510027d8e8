// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/cut.h"

#include <algorithm>
#include <map>
#include <utility>

namespace notes {
namespace {

constexpr std::size_t kBoosted = 100;
constexpr std::size_t kBoostedOfGroups = 1000;  // and of ages, which move a section far
// Candidates looked at for each one asked for, and beyond these, so that folding does not leave a
// page short: of sections nested in each other one is shown.
constexpr std::size_t kNested = 4;
constexpr std::size_t kFoldingMargin = 50;
// So many full matches suffice.
constexpr std::ptrdiff_t kSufficient = 3;

bool is_grouped(const SearchRequest& request) {
  return request.grouping == Grouping::thread || request.grouping == Grouping::note;
}

bool is_full(const Candidate& candidate) {
  return candidate.matched != Matched::some;
}

}  // namespace

std::size_t boosted_size(const SearchRequest& request) {
  return is_grouped(request) || request.recency_days > 0 ? kBoostedOfGroups : kBoosted;
}

std::size_t window_size(const SearchRequest& request) {
  const std::size_t enough =
      kNested * static_cast<std::size_t>(request.offset + request.limit) + kFoldingMargin;
  const std::size_t block = boosted_size(request);
  return (enough + block - 1) / block * block;
}

std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping) {
  std::vector<Candidate> groups;
  std::map<std::pair<std::string, std::uint32_t>, std::size_t> places;
  for (Candidate& candidate : candidates) {
    const std::uint32_t thread = grouping == Grouping::thread ? candidate.place.thread_byte : 0;
    const auto [place, is_new] =
        places.try_emplace({candidate.place.note_id, thread}, groups.size());
    if (is_new)
      groups.push_back(std::move(candidate));
    else
      ++groups[place->second].others;
  }
  return groups;
}

std::vector<Candidate> cut(std::vector<Candidate> folded, bool in_tiers,
                           const SearchRequest& request) {
  if (request.full_matches_suffice && in_tiers &&
      std::ranges::count_if(folded, is_full) >= kSufficient)
    std::erase_if(folded, [](const Candidate& candidate) { return !is_full(candidate); });
  return is_grouped(request) ? grouped(std::move(folded), request.grouping) : folded;
}

}  // namespace notes

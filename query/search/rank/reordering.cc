// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/reordering.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace notes {
namespace {

constexpr std::size_t kBlock = 100;
constexpr std::size_t kBlockOfGroups = 1000;  // and of ages, which move a section far

// From 0 to 1.
double recency_of(const std::string& date, const SearchRequest& request) {
  if (date.empty()) return 0;
  const Minute today = days_since_epoch(request.today) * kMinutesPerDay;
  const Minute age = std::max<Minute>(0, today - minute_from_sortable(date));
  const double days = static_cast<double>(age) / static_cast<double>(kMinutesPerDay);
  return std::exp2(-days / request.recency_days);
}

}  // namespace

std::size_t block_size(const SearchRequest& request) {
  const bool is_grouped =
      request.grouping == Grouping::thread || request.grouping == Grouping::note;
  return is_grouped || request.recency_days > 0 ? kBlockOfGroups : kBlock;
}

std::size_t window_size(const SearchRequest& request, std::size_t enough) {
  const std::size_t block = block_size(request);
  return (enough + block - 1) / block * block;
}

void favour_recent(std::span<Candidate> candidates, const SearchRequest& request) {
  if (request.recency_days == 0) return;
  for (Candidate& candidate : candidates) {
    candidate.lost_by_age = candidate.score * (1 - recency_of(candidate.date, request)) / 2;
    candidate.score -= candidate.lost_by_age;
  }
  std::ranges::stable_sort(candidates, std::ranges::greater(), &Candidate::score);
}

std::vector<Candidate> grouped(std::vector<Candidate> candidates, Grouping grouping) {
  if (grouping != Grouping::thread && grouping != Grouping::note) return candidates;
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

}  // namespace notes

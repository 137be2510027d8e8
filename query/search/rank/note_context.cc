// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/note_context.h"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

namespace notes {
namespace {

// Of what a word weighs more elsewhere in the note. Measured on questions and known items in real
// notes, where .1 to .4 gain; where notes hold unrelated sections it changes next to nothing.
constexpr double kContextShare = .2;
// Of the section's own score: in a long list of links any word stands somewhere.
constexpr double kMostOfOwn = .5;

std::set<std::string> stems_of(const std::vector<QueryWord>& words) {
  std::set<std::string> stems;
  for (const QueryWord& word : words) stems.insert(word.stems.begin(), word.stems.end());
  return stems;
}

void add_context(std::span<Candidate> candidates, const StemWeights::ByDocument& weights) {
  std::unordered_map<std::string_view, double> most;  // by note
  for (const Candidate& candidate : candidates) {
    double& of_note = most[candidate.place.note_id];
    of_note = std::max(of_note, weight_in(weights, candidate.docid));
  }
  for (Candidate& candidate : candidates) {
    const double missing = most[candidate.place.note_id] - weight_in(weights, candidate.docid);
    candidate.gained_by_context += kContextShare * missing;
  }
}

}  // namespace

void favour_context(std::span<Candidate> candidates, const std::vector<QueryWord>& words,
                    StemWeights& weights) {
  if (words.size() < 2) return;
  for (const std::string& stem : stems_of(words)) add_context(candidates, weights.of(stem));
  for (Candidate& candidate : candidates) {
    candidate.gained_by_context =
        std::min(candidate.gained_by_context, kMostOfOwn * candidate.score);
    candidate.score += candidate.gained_by_context;
  }
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

}  // namespace notes

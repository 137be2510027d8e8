// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/neighbours.h"

#include <algorithm>
#include <functional>
#include <string>

#include "common/schema.h"
#include "query/search/match/standing_together.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

struct Pair {
  const StemWeights::ByDocument* first = nullptr;
  const StemWeights::ByDocument* second = nullptr;
  Formation near;
  Formation in_a_row;
};

class Neighbours {
 public:
  Neighbours(const Xapian::Database& database, const std::vector<QueryWord>& words,
             StemWeights& weights);

  double gain(Xapian::docid docid) const;

 private:
  const Xapian::Database& database_;
  NeighbourShares shares_;
  std::vector<Pair> pairs_;
};

Neighbours::Neighbours(const Xapian::Database& database, const std::vector<QueryWord>& words,
                       StemWeights& weights)
    : database_(database), shares_(neighbour_shares(words)) {
  for (const auto& [first, second] : neighbour_pairs(words)) {
    const std::vector<WordPrint> prints{print_of(first), print_of(second)};
    pairs_.push_back({&weights.of(first),
                      &weights.of(second),
                      {prints, WordOrder::any, kNearWindow},
                      {prints, WordOrder::as_given, 0}});
  }
}

double Neighbours::gain(Xapian::docid docid) const {
  const std::string sequence = database_.get_document(docid).get_value(slot::words);
  double gain = 0;
  for (const Pair& pair : pairs_) {
    const double first = weight_in(*pair.first, docid);
    const double second = weight_in(*pair.second, docid);
    if (first == 0 || second == 0 || !has_formation(sequence, pair.near)) continue;
    gain += shares_.near * (first + second);
    if (shares_.in_a_row > 0 && has_formation(sequence, pair.in_a_row))
      gain += shares_.in_a_row * (first + second);
  }
  return gain;
}

}  // namespace

void favour_neighbours(std::span<Candidate> candidates, const std::vector<QueryWord>& words,
                       const Xapian::Database& database, StemWeights& weights) {
  if (candidates.empty() || neighbour_pairs(words).empty()) return;
  const Neighbours neighbours(database, words, weights);
  for (Candidate& candidate : candidates) candidate.score += neighbours.gain(candidate.docid);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/neighbours.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_map>

#include "common/schema.h"
#include "query/search/docid_source.h"
#include "query/search/ranking.h"
#include "query/search/standing_together.h"

namespace notes {
namespace {

using Xapian::Query;

// The weight of a stem in each of the sections that have it.
using Weights = std::unordered_map<Xapian::docid, double>;

struct Pair {
  const Weights* first = nullptr;
  const Weights* second = nullptr;
  Formation near;
  Formation in_a_row;
};

double weight_in(const Weights& weights, Xapian::docid docid) {
  const auto found = weights.find(docid);
  return found == weights.end() ? 0 : found->second;
}

class Neighbours {
 public:
  Neighbours(const Xapian::Database& database, const std::vector<QueryWord>& words,
             std::vector<Xapian::docid> docids);

  double gain(Xapian::docid docid) const;

 private:
  const Weights* weights_of(const std::string& stem);

  const Xapian::Database& database_;
  NeighbourShares shares_;
  std::vector<Xapian::docid> docids_;
  std::unordered_map<std::string, Weights> weights_;
  std::vector<Pair> pairs_;
};

Neighbours::Neighbours(const Xapian::Database& database, const std::vector<QueryWord>& words,
                       std::vector<Xapian::docid> docids)
    : database_(database), shares_(neighbour_shares(words)), docids_(std::move(docids)) {
  std::ranges::sort(docids_);
  for (const auto& [first, second] : neighbour_pairs(words)) {
    const std::vector<WordPrint> prints{print_of(first), print_of(second)};
    pairs_.push_back({weights_of(first),
                      weights_of(second),
                      {prints, WordOrder::any, kNearWindow},
                      {prints, WordOrder::as_given, 0}});
  }
}

const Weights* Neighbours::weights_of(const std::string& stem) {
  const auto [entry, is_new] = weights_.try_emplace(stem);
  if (!is_new) return &entry->second;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(*weighting_scheme());
  enquire.set_query(
      Query(Query::OP_FILTER, Query(stem), Query((new DocidSource(docids_))->release())));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids_.size()));
  for (auto item = found.begin(); item != found.end(); ++item)
    entry->second[*item] = item.get_weight();
  return &entry->second;
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
                       const Xapian::Database& database) {
  if (candidates.empty() || neighbour_pairs(words).empty()) return;
  std::vector<Xapian::docid> docids;
  for (const Candidate& candidate : candidates) docids.push_back(candidate.docid);
  const Neighbours neighbours(database, words, std::move(docids));
  for (Candidate& candidate : candidates) candidate.score += neighbours.gain(candidate.docid);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/words/stem_weights.h"

#include <algorithm>

#include "query/search/match/docid_source.h"
#include "query/search/rank/ranking.h"

namespace notes {

StemWeights::StemWeights(const Xapian::Database& database, std::span<const Candidate> candidates)
    : database_(database) {
  for (const Candidate& candidate : candidates) docids_.push_back(candidate.docid);
  std::ranges::sort(docids_);
}

const StemWeights::ByDocument& StemWeights::of(const std::string& stem) {
  const auto [entry, is_new] = weights_.try_emplace(stem);
  if (!is_new) return entry->second;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(*weighting_scheme());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(stem),
                                  Xapian::Query((new DocidSource(docids_))->release())));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids_.size()));
  for (auto item = found.begin(); item != found.end(); ++item)
    entry->second[*item] = item.get_weight();
  return entry->second;
}

double weight_in(const StemWeights::ByDocument& weights, Xapian::docid docid) {
  const auto found = weights.find(docid);
  return found == weights.end() ? 0 : found->second;
}

}  // namespace notes

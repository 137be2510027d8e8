// SPDX-License-Identifier: GPL-2.0-or-later
// What the stems of a query weigh in the candidates.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "query/search/rank/candidate.h"

namespace notes {

class StemWeights {
 public:
  // Of the candidates that have the stem.
  using ByDocument = std::unordered_map<Xapian::docid, double>;

  StemWeights(const Xapian::Database& database, std::span<const Candidate> candidates);

  // Looked up when a stem is first asked for; stays where it is.
  const ByDocument& of(const std::string& stem);

 private:
  const Xapian::Database& database_;
  std::vector<Xapian::docid> docids_;
  std::unordered_map<std::string, ByDocument> weights_;
};

// 0 where the stem is not.
double weight_in(const StemWeights::ByDocument& weights, Xapian::docid docid);

}  // namespace notes

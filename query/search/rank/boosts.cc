// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/boosts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <utility>

#include "common/schema.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/posting_sources.h"
#include "query/search/match/query_compiler.h"
#include "query/search/match/standing_together.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

// Two words within this many words are near each other.
constexpr std::size_t kNearWindow = 4;
// The largest gain, as a share of the section's own score: a long list of links has almost any
// word.
constexpr double kMostOfOwn = .5;

double weight_in(const RankInputs& inputs, const std::string& stem, Xapian::docid docid) {
  const auto weights = inputs.weights.find(stem);
  if (weights == inputs.weights.end()) return 0;
  const auto found = weights->second.find(docid);
  return found == weights->second.end() ? 0 : found->second;
}

std::set<std::string> stems_of(const std::vector<QueryWord>& words) {
  std::set<std::string> stems;
  for (const QueryWord& word : words) stems.insert(word.stems.begin(), word.stems.end());
  return stems;
}

struct Neighbours {
  std::string first;
  std::string second;
  WordPrints prints;
  bool in_a_row = false;  // else they may be anywhere near each other
  double share = 0;

  bool stand_in(std::string_view sequence) const {
    return in_a_row ? has_row(sequence, prints) : has_window(sequence, prints, kNearWindow);
  }
};

std::vector<Neighbours> neighbours_in(const RankedBy& by) {
  std::vector<std::string> stems;
  for (const QueryWord& word : by.words)
    stems.insert(stems.end(), word.stems.begin(), word.stems.end());
  std::vector<Neighbours> pairs;
  const auto add = [&](const std::vector<std::string>& row, bool in_a_row, double share) {
    for (std::size_t i = 1; i < row.size(); ++i)
      if (row[i - 1] != row[i])
        pairs.push_back({row[i - 1], row[i], prints_of({row[i - 1], row[i]}), in_a_row, share});
  };
  if (by.words.size() > 1) add(stems, false, by.shares.near);
  add(by.row, true, by.shares.row);
  return pairs;
}

void favour_neighbours(std::string_view name, std::span<Candidate> candidates,
                       const RankInputs& inputs) {
  const std::vector<Neighbours> pairs = neighbours_in(inputs.by);
  for (Candidate& candidate : candidates) {
    const auto sequence = inputs.sequences.find(candidate.docid);
    if (sequence == inputs.sequences.end()) continue;
    double gain = 0;
    for (const Neighbours& pair : pairs) {
      const double first = weight_in(inputs, pair.first, candidate.docid);
      const double second = weight_in(inputs, pair.second, candidate.docid);
      if (first > 0 && second > 0 && pair.stand_in(sequence->second))
        gain += pair.share * (first + second);
    }
    candidate.add(name, gain);
  }
}

// A section is about the subject of its note: if a query word has more weight in another candidate
// of the same note, that also counts for this one. A single word has no context.
void favour_context(std::string_view name, std::span<Candidate> candidates,
                    const RankInputs& inputs) {
  if (inputs.by.words.size() < 2) return;
  std::unordered_map<Xapian::docid, double> gains;
  for (const std::string& stem : stems_of(inputs.by.words)) {
    std::unordered_map<std::string_view, double> most;  // by note
    for (const Candidate& candidate : candidates) {
      double& of_note = most[candidate.place.note_id];
      of_note = std::max(of_note, weight_in(inputs, stem, candidate.docid));
    }
    for (const Candidate& candidate : candidates)
      gains[candidate.docid] +=
          most[candidate.place.note_id] - weight_in(inputs, stem, candidate.docid);
  }
  for (Candidate& candidate : candidates)
    candidate.add(name, std::min(inputs.by.shares.context * gains[candidate.docid],
                                 kMostOfOwn * candidate.score));
}

// A word counts less if it is only in a title above the section, or a piece of another word (git in
// GitHub).
void disfavour_foreign(std::string_view name, std::span<Candidate> candidates,
                       const RankInputs& inputs) {
  std::map<std::string, std::vector<WordPrint>> prints;
  for (const std::string& stem : stems_of(inputs.by.words)) prints[stem] = prints_of({stem});
  for (Candidate& candidate : candidates) {
    const auto sequence = inputs.sequences.find(candidate.docid);
    if (sequence == inputs.sequences.end()) continue;
    double loss = 0;
    for (const auto& [stem, print] : prints) {
      const double weight = weight_in(inputs, stem, candidate.docid);
      if (weight > 0 && !has_any(sequence->second, print)) loss += weight;
    }
    candidate.add(name, -inputs.by.shares.foreign * loss);
  }
}

// A list of links has words of everything it leads to, but answers nothing.
void disfavour_link_lists(std::string_view name, std::span<Candidate> candidates,
                          const RankInputs& inputs) {
  for (Candidate& candidate : candidates)
    if (inputs.link_lists.contains(candidate.docid))
      candidate.add(name, -inputs.by.shares.links * candidate.score);
}

double recency_of(const std::string& date, const RankInputs& inputs) {
  if (date.empty()) return 0;
  const Minute today = midnight(inputs.today);
  const Minute age = std::max<Minute>(0, today - minute_from_sortable(date));
  const double days = static_cast<double>(age) / static_cast<double>(kMinutesPerDay);
  return std::exp2(-days / inputs.recency_days);
}

// A section dated today or later keeps its score, and one without a date keeps half of it. For the
// others, the second half of the score is halved every recency_days. So a date never outweighs a
// match that is twice as good.
void favour_recent(std::string_view name, std::span<Candidate> candidates,
                   const RankInputs& inputs) {
  if (inputs.recency_days == 0) return;
  for (Candidate& candidate : candidates)
    candidate.add(name, -candidate.score * (1 - recency_of(candidate.date, inputs)) / 2);
}

struct Boost {
  std::string_view name;  // for --explain
  void (*apply)(std::string_view name, std::span<Candidate> candidates, const RankInputs& inputs);
};

// Applied in this order.
constexpr std::array<Boost, 5> kBoosts{{
    {"near", favour_neighbours},
    {"foreign", disfavour_foreign},
    {"context", favour_context},
    {"links", disfavour_link_lists},
    {"age", favour_recent},
}};

StemWeights weights_of(const std::string& stem, const Xapian::Database& database,
                       const std::vector<Xapian::docid>& docids) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(*weighting_scheme());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(stem),
                                  Xapian::Query((new DocidSource(docids))->release())));
  const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids.size()));
  StemWeights weights;
  for (auto item = found.begin(); item != found.end(); ++item) weights[*item] = item.get_weight();
  return weights;
}

}  // namespace

RankInputs read_rank_inputs(const Xapian::Database& database, std::span<const Candidate> candidates,
                            const RankedBy& by, const SearchRequest& request) {
  RankInputs inputs{by, {}, {}, {}, request.recency_days, request.today};
  std::set<std::string> stems = stems_of(by.words);
  stems.insert(by.row.begin(), by.row.end());
  std::vector<Xapian::docid> docids = docids_of(candidates);
  std::ranges::sort(docids);
  inputs.link_lists = matches_among(docids, lists_of_links(), database);
  for (const std::string& stem : stems) inputs.weights[stem] = weights_of(stem, database, docids);
  SlotReader sequences(database, slot::words);
  for (const Xapian::docid docid : docids) inputs.sequences[docid] = sequences.value_of(docid);
  return inputs;
}

void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs) {
  for (const Boost& boost : kBoosts) boost.apply(boost.name, candidates, inputs);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/ranked_matches.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/query_compiler.h"
#include "query/search/match/standing_together.h"
#include "query/search/rank/boosts.h"
#include "query/search/rank/result_folding.h"

namespace notes {
namespace {

void read_values(std::vector<Candidate>& candidates, const Xapian::Database& database) {
  std::vector<Candidate*> by_docid;
  for (Candidate& candidate : candidates) by_docid.push_back(&candidate);
  std::ranges::sort(by_docid, {}, &Candidate::docid);
  SlotReader places(database, slot::place);
  SlotReader twins(database, slot::twin);
  SlotReader dates(database, slot::date_begin);
  for (Candidate* candidate : by_docid) {
    candidate->place = unpack_place(places.value_of(candidate->docid));
    candidate->twin = twins.value_of(candidate->docid);
    candidate->date = dates.value_of(candidate->docid);
  }
}

// The stems that each word may mean: only one, except for a word that is still being typed.
std::vector<std::vector<std::string>> ways_to_say(const std::vector<QueryWord>& words) {
  std::vector<std::vector<std::string>> ways;
  for (const QueryWord& word : words) {
    for (const std::string& stem : word.stems) ways.push_back({stem});
    for (const QueryWord& becoming : word.becoming)
      std::ranges::copy_if(
          becoming.expansions, std::back_inserter(ways.back()),
          [](const std::string& term) { return !term.starts_with(prefix::exact); });
  }
  return ways;
}

Xapian::Query in_title(const std::vector<std::string>& stems) {
  const std::string title(field(FieldId::title).prefix);
  std::vector<Xapian::Query> terms;
  for (const std::string& stem : stems) terms.emplace_back(title + stem);
  return any_of(terms);
}

void mark_titled(std::span<Candidate> candidates, const RankInputs& inputs,
                 const Xapian::Database& database) {
  const std::vector<QueryWord>& words = inputs.by.words;
  const bool has_prefix = std::ranges::any_of(
      words, [](const QueryWord& word) { return !word.prefix.empty() || word.stems.empty(); });
  if (has_prefix || candidates.empty()) return;
  const auto ways = ways_to_say(words);
  std::vector<Xapian::Query> terms;
  for (const auto& stems : ways) terms.push_back(in_title(stems));
  const auto docids =
      matches_among(docids_of(candidates),
                    Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()), database);
  if (docids.empty()) return;
  std::vector<std::vector<WordPrint>> words_as_prints;
  for (const auto& stems : ways) words_as_prints.push_back(prints_of(stems));
  for (Candidate& candidate : candidates) {
    const std::string& sequence = inputs.sequences.at(candidate.docid);
    candidate.title_has_all = docids.contains(candidate.docid);
    candidate.own_has_all = std::ranges::all_of(
        words_as_prints, [&](const auto& prints) { return has_any(sequence, prints); });
  }
}

// Sections with the query as title come first, whatever their scores.
void raise(std::span<Candidate> titled, double best_score) {
  for (Candidate& candidate : titled) {
    candidate.is_whole_title = true;
    candidate.add("whole title", best_score);
  }
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
    std::vector<Candidate> candidates = stage.candidates;
    read_values(candidates, database);
    if (request.sort == SortOrder::relevance && !by.words.empty()) {
      const auto best =
          std::span(candidates).first(std::min(candidates.size(), boosted_size(request)));
      const RankInputs inputs = read_rank_inputs(database, best, by, request);
      apply_boosts(best, inputs);
      mark_titled(best, inputs, database);
    }
    if (stage.stage.is_whole_title) titled = candidates.size();
    std::ranges::move(candidates, std::back_inserter(ranked));
  }
  raise(std::span(ranked).first(titled), best_score(ranked));
  return ranked;
}

}  // namespace notes

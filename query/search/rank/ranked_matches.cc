// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/ranked_matches.h"

#include <algorithm>
#include <iterator>
#include <optional>
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

void read_values(std::vector<Candidate>& candidates, const SearchRequest& request,
                 const Xapian::Database& database) {
  std::vector<Candidate*> by_docid;
  for (Candidate& candidate : candidates) by_docid.push_back(&candidate);
  std::ranges::sort(by_docid, {}, &Candidate::docid);
  SlotReader places(database, slot::place);
  SlotReader twins(database, slot::twin);
  std::optional<SlotReader> dates;
  if (request.recency_days > 0) dates.emplace(database, slot::date_begin);
  for (Candidate* candidate : by_docid) {
    candidate->place = unpack_place(places.value_of(candidate->docid));
    candidate->twin = twins.value_of(candidate->docid);
    if (dates) candidate->date = dates->value_of(candidate->docid);
  }
}

bool is_plain(const QueryWord& word) {
  return word.prefix.empty() && !word.stems.empty();
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

// The sections whose title has all of the words.
std::set<Xapian::docid> with_all_in_title(const std::vector<QueryWord>& words,
                                          const std::vector<Xapian::docid>& docids,
                                          const Xapian::Database& database) {
  std::vector<Xapian::Query> terms;
  for (const auto& stems : ways_to_say(words)) terms.push_back(in_title(stems));
  return matches_among(docids, all_of(terms), database);
}

void mark_titled(std::span<Candidate> candidates, const std::set<Xapian::docid>& titled,
                 const RankInputs& inputs) {
  std::vector<WordPrints> words;
  for (const auto& stems : ways_to_say(inputs.by.words)) words.push_back(prints_of(stems));
  for (Candidate& candidate : candidates) {
    candidate.title_has_all = titled.contains(candidate.docid);
    const std::string& sequence = inputs.evidence.at(candidate.docid).sequence;
    candidate.own_has_all = std::ranges::all_of(
        words, [&](const WordPrints& prints) { return has_any(sequence, prints); });
  }
}

// The candidates of each stage that boosts reorder.
std::vector<std::span<Candidate>> boosted(std::span<Candidate> ranked,
                                          const std::vector<StageMatches>& matches,
                                          const SearchRequest& request) {
  std::vector<std::span<Candidate>> spans;
  for (const StageMatches& stage : matches) {
    spans.push_back(ranked.first(std::min(stage.candidates.size(), boosted_size(request))));
    ranked = ranked.subspan(stage.candidates.size());
  }
  return spans;
}

// Reads the database once for all stages.
void boost(const std::vector<std::span<Candidate>>& stages, const RankedBy& by,
           const SearchRequest& request, const Xapian::Database& database) {
  std::vector<Xapian::docid> docids;
  for (const auto& stage : stages)
    for (const Candidate& candidate : stage) docids.push_back(candidate.docid);
  std::ranges::sort(docids);
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
  const RankInputs inputs = read_rank_inputs(database, docids, by, request);
  for (const auto& stage : stages) apply_boosts(stage, inputs);
  if (!std::ranges::all_of(by.words, is_plain)) return;
  const auto titled = with_all_in_title(by.words, docids, database);
  if (titled.empty()) return;
  for (const auto& stage : stages) mark_titled(stage, titled, inputs);
}

// Sections with the query as title come first, whatever their scores.
void raise(std::span<Candidate> titled, double best_score) {
  for (Candidate& candidate : titled) {
    candidate.is_whole_title = true;
    candidate.add("whole title", best_score);
  }
}

double best_score(std::span<const Candidate> candidates) {
  double best = 0;
  for (const Candidate& candidate : candidates) best = std::max(best, candidate.score);
  return best;
}

}  // namespace

std::vector<Candidate> rank(const std::vector<StageMatches>& matches, const RankedBy& by,
                            const SearchRequest& request, const Xapian::Database& database) {
  std::vector<Candidate> ranked;
  for (const StageMatches& stage : matches)
    ranked.insert(ranked.end(), stage.candidates.begin(), stage.candidates.end());
  read_values(ranked, request, database);
  if (request.sort == SortOrder::relevance && !by.words.empty())
    boost(boosted(ranked, matches, request), by, request, database);
  if (matches.size() > 1 && matches.front().stage.is_whole_title) {
    const std::size_t titled = matches[0].candidates.size();
    const std::size_t others = matches[1].candidates.size();  // without that title
    raise(std::span(ranked).first(titled), best_score(std::span(ranked).first(titled + others)));
  }
  return ranked;
}

}  // namespace notes

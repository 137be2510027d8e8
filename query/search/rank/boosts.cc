// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/rank/boosts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <optional>
#include <set>

#include "common/index/document_terms.h"
#include "common/schema.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/ranking.h"

namespace notes {
namespace {

// Two words within this many words are near each other.
constexpr std::size_t kNearWindow = 4;
// The largest gain, as a share of the section's own score: a long list of links has almost any
// word.
constexpr double kMostOfOwn = .5;

std::size_t index_of(const std::string& stem, const RankInputs& inputs) {
  return static_cast<std::size_t>(std::ranges::lower_bound(inputs.stems, stem) -
                                  inputs.stems.begin());
}

// The indexes of the stems of the words; the row may have more.
std::set<std::size_t> word_stems(const RankInputs& inputs) {
  std::set<std::size_t> indexes;
  for (const QueryWord& word : inputs.plan.words)
    for (const std::string& stem : word.stems) indexes.insert(index_of(stem, inputs));
  return indexes;
}

// Two words of the query that also are neighbours in the section.
void favour_neighbours(std::span<Candidate> candidates, const RankInputs& inputs) {
  const QueryPlan& plan = inputs.plan;
  std::vector<double> gains(candidates.size());
  const auto add = [&](const std::string& first, const std::string& second, bool in_a_row,
                       double share) {
    if (share <= 0 || first == second) return;
    const std::size_t a = index_of(first, inputs);
    const std::size_t b = index_of(second, inputs);
    const WordPrints prints = prints_of({first, second});
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      const auto& [weights, sequence, is_link_list] = inputs.evidence.at(candidates[i].docid);
      if (weights[a] > 0 && weights[b] > 0 &&
          (in_a_row ? has_row(sequence, prints) : has_window(sequence, prints, kNearWindow)))
        gains[i] += share * (weights[a] + weights[b]);
    }
  };
  std::vector<std::string> stems;
  for (const QueryWord& word : plan.words)
    stems.insert(stems.end(), word.stems.begin(), word.stems.end());
  const auto is_stop_word = [&](const std::string& stem) {
    return std::ranges::find(stems, stem) == stems.end();
  };
  for (std::size_t i = 1; plan.words.size() > 1 && i < stems.size(); ++i)
    add(stems[i - 1], stems[i], false, plan.shares.near);
  for (std::size_t i = 1; i < plan.row.size(); ++i) {
    const bool has_stop_word = is_stop_word(plan.row[i - 1]) || is_stop_word(plan.row[i]);
    add(plan.row[i - 1], plan.row[i], true, has_stop_word ? plan.shares.stop_row : plan.shares.row);
  }
  for (std::size_t i = 0; i < candidates.size(); ++i) candidates[i].add("near", gains[i]);
}

// A section is about the subject of its note: if a query word has more weight in another candidate
// of the same note, that also counts for this one. A single word has no context.
void favour_context(std::span<Candidate> candidates, const RankInputs& inputs) {
  if (inputs.plan.words.size() < 2) return;
  const std::set<std::size_t> stems = word_stems(inputs);
  std::unordered_map<std::uint64_t, std::vector<double>> most_of_notes;  // of each stem
  for (const Candidate& candidate : candidates) {
    const std::vector<double>& own = inputs.evidence.at(candidate.docid).weights;
    std::vector<double>& most = most_of_notes.try_emplace(candidate.place.note, own).first->second;
    std::ranges::transform(most, own, most.begin(), std::ranges::max);
  }
  for (Candidate& candidate : candidates) {
    const std::vector<double>& own = inputs.evidence.at(candidate.docid).weights;
    const std::vector<double>& most = most_of_notes.at(candidate.place.note);
    double gain = 0;
    for (const std::size_t stem : stems) gain += most[stem] - own[stem];
    candidate.add("context",
                  std::min(inputs.plan.shares.context * gain, kMostOfOwn * candidate.score));
  }
}

// A word counts less if it is only in a title above the section, or a piece of another word (git in
// GitHub).
void disfavour_foreign(std::span<Candidate> candidates, const RankInputs& inputs) {
  const std::set<std::size_t> stems = word_stems(inputs);
  const WordPrints prints = prints_of(inputs.stems);
  for (Candidate& candidate : candidates) {
    const Evidence& own = inputs.evidence.at(candidate.docid);
    double loss = 0;
    for (const std::size_t stem : stems)
      if (own.weights[stem] > 0 && !has_any(own.sequence, {prints[stem]}))
        loss += own.weights[stem];
    candidate.add("foreign", -inputs.plan.shares.foreign * loss);
  }
}

// A list of links has words of everything it leads to, but answers nothing.
void disfavour_link_lists(std::span<Candidate> candidates, const RankInputs& inputs) {
  for (Candidate& candidate : candidates)
    if (inputs.evidence.at(candidate.docid).is_link_list)
      candidate.add("links", -inputs.plan.shares.links * candidate.score);
}

double recency_of(const std::string& date, const RankInputs& inputs) {
  if (date.empty()) return 0;
  const Minute today = midnight(inputs.request.today);
  const Minute age = std::max<Minute>(0, today - minute_from_sortable(date));
  const double days = static_cast<double>(age) / static_cast<double>(kMinutesPerDay);
  return std::exp2(-days / inputs.request.recency_days);
}

// A section dated today or later keeps its score, and one without a date keeps half of it. For the
// others, the second half of the score is halved every recency_days. So a date never outweighs a
// match that is twice as good.
void favour_recent(std::span<Candidate> candidates, const RankInputs& inputs) {
  if (inputs.request.recency_days == 0) return;
  for (Candidate& candidate : candidates)
    candidate.add("age", -candidate.score * (1 - recency_of(candidate.date, inputs)) / 2);
}

// Applied in this order.
constexpr std::array kBoosts{favour_neighbours, disfavour_foreign, favour_context,
                             disfavour_link_lists, favour_recent};

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

// Finds out which titles, and which of their own texts, have all of the words.
void mark_titled(const std::vector<std::span<Candidate>>& stages,
                 const std::vector<Xapian::docid>& docids, const RankInputs& inputs,
                 const Xapian::Database& database) {
  const std::string title(field(FieldId::title).prefix);
  std::vector<Xapian::Query> in_title;
  std::vector<WordPrints> in_text;
  for (const auto& stems : ways_to_say(inputs.plan.words)) {
    std::vector<Xapian::Query> terms;
    for (const std::string& stem : stems) terms.emplace_back(title + stem);
    in_title.push_back(any_of(terms));
    in_text.push_back(prints_of(stems));
  }
  const auto titled = matches_among(docids, all_of(in_title), database);
  if (titled.empty()) return;
  for (const auto& stage : stages)
    for (Candidate& candidate : stage) {
      candidate.title_has_all = titled.contains(candidate.docid);
      const std::string& sequence = inputs.evidence.at(candidate.docid).sequence;
      candidate.own_has_all = std::ranges::all_of(
          in_text, [&](const WordPrints& prints) { return has_any(sequence, prints); });
    }
}

// `docids` are sorted.
RankInputs read_rank_inputs(const std::vector<Xapian::docid>& docids, const PlannedSearch& search) {
  const QueryPlan& plan = search.plan;
  const Xapian::Database& database = search.in.database;
  std::set<std::string> stems(plan.row.begin(), plan.row.end());
  for (const QueryWord& word : plan.words) stems.insert(word.stems.begin(), word.stems.end());
  RankInputs inputs{plan, search.request, {stems.begin(), stems.end()}};
  SlotReader sequences(database, slot::words);
  for (const Xapian::docid docid : docids)
    inputs.evidence[docid] = {std::vector<double>(stems.size()), sequences.value_of(docid)};
  for (const Xapian::docid docid : matches_among(docids, lists_of_links(), database))
    inputs.evidence.at(docid).is_link_list = true;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(*weighting_scheme());
  for (std::size_t stem = 0; stem < stems.size(); ++stem) {
    enquire.set_query(
        Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query(inputs.stems[stem]), only(docids)));
    const Xapian::MSet found = enquire.get_mset(0, static_cast<Xapian::doccount>(docids.size()));
    for (auto item = found.begin(); item != found.end(); ++item)
      inputs.evidence.at(*item).weights[stem] = item.get_weight();
  }
  return inputs;
}

// Boosts the first candidates of each stage. Reads the database once for all of them.
void boost(std::span<Candidate> ranked, const std::vector<StageMatches>& matches,
           const PlannedSearch& search) {
  std::vector<std::span<Candidate>> stages;
  std::vector<Xapian::docid> docids;
  for (const StageMatches& stage : matches) {
    const std::size_t found = stage.candidates.size();
    stages.push_back(ranked.first(std::min(found, boosted_size(search.request))));
    for (const Candidate& candidate : stages.back()) docids.push_back(candidate.docid);
    ranked = ranked.subspan(found);
  }
  std::ranges::sort(docids);
  docids.erase(std::unique(docids.begin(), docids.end()), docids.end());
  const RankInputs inputs = read_rank_inputs(docids, search);
  for (const auto& stage : stages) apply_boosts(stage, inputs);
  if (std::ranges::all_of(search.plan.words, is_plain))
    mark_titled(stages, docids, inputs, search.in.database);
}

// The first ones have the query as title, and stay first whatever their scores.
void raise_titled(std::span<Candidate> candidates, std::size_t titled) {
  double best = 0;
  for (const Candidate& candidate : candidates) best = std::max(best, candidate.score);
  for (Candidate& candidate : candidates.first(titled)) {
    candidate.is_whole_title = true;
    candidate.add("whole title", best);
  }
}

}  // namespace

void apply_boosts(std::span<Candidate> candidates, const RankInputs& inputs) {
  for (const auto& boost : kBoosts) boost(candidates, inputs);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
}

std::vector<Candidate> rank(const std::vector<StageMatches>& matches, const PlannedSearch& search) {
  const SearchRequest& request = search.request;
  std::vector<Candidate> ranked;
  for (const StageMatches& stage : matches)
    ranked.insert(ranked.end(), stage.candidates.begin(), stage.candidates.end());
  read_values(ranked, request, search.in.database);
  if (request.sort == SortOrder::relevance && !search.plan.ingredients.empty())
    boost(ranked, matches, search);
  if (matches.size() > 1 && matches.front().stage.is_whole_title) {
    const std::size_t titled = matches[0].candidates.size();
    const std::size_t others = matches[1].candidates.size();  // without that title
    raise_titled(std::span(ranked).first(titled + others), titled);
  }
  return ranked;
}

}  // namespace notes

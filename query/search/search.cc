// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/search.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iterator>

#include <xapian.h>

#include "common/index/open_index.h"
#include "common/index/whole_title.h"
#include "common/section_codec.h"
#include "query/language/query_parser.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/match_stages.h"
#include "query/search/match/section_check.h"
#include "query/search/rank/candidate.h"
#include "query/search/rank/neighbours.h"
#include "query/search/rank/note_context.h"
#include "query/search/rank/ranking.h"
#include "query/search/rank/reordering.h"
#include "query/search/rank/result_folding.h"
#include "query/search/rank/whole_titles.h"
#include "query/search/show/explain.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"
#include "query/search/show/snippet.h"
#include "query/search/words/relaxation.h"
#include "query/search/words/synonyms.h"
#include "query/search/words/unknown_labels.h"

namespace notes {
namespace {

// Sections looked at beyond those asked for, so that folding does not leave a page short.
constexpr Xapian::doccount kFoldingMargin = 50;
// Sections looked at for each one asked for when there is nothing to rank by: the topmost of each
// branch stands for those below it, which have its date.
constexpr Xapian::doccount kSectionsABranch = 50;
// Sections whose text is looked through, at most, when the index cannot decide alone.
constexpr Xapian::doccount kCheckedSections = 5000;

class Search {
 public:
  Search(const OpenIndex& index, const ParsedQuery& parsed, const SearchRequest& request)
      : index_(index),
        parsed_(parsed),
        request_(request),
        analyzer_(index.settings.language),
        check_(find_text_check(parsed_, analyzer_)) {}

  SearchResult run();

 private:
  Xapian::MSet match(const Stage& stage, Xapian::doccount window) const;
  Xapian::doccount window_of(Xapian::doccount asked, Xapian::doccount enough) const;
  void collect(const Stage& stage);
  Xapian::doccount take_candidates(const Xapian::MSet& found, const Stage& stage,
                                   Xapian::doccount enough);
  void number_blocks(std::size_t first);
  void rerank(const Stage& stage, std::size_t first);
  void rerank_block(std::span<Candidate> block);
  std::size_t take_whole_titles(const Stage& stage, std::size_t first);
  bool passes_check(Xapian::docid docid, const Stage& stage);
  void note_unchecked(const Xapian::MSet& found, Xapian::doccount looked_at);
  Hit make_hit(const Candidate& candidate);
  Matched matched_by(const Candidate& candidate) const;
  std::vector<double> word_weights() const;
  void widen(std::vector<QueryWord>& words);
  void note_missing_words();
  void leave_out_partial_matches(std::vector<Candidate>& folded) const;
  SnippetRequest snippet_request() const;

  const OpenIndex& index_;
  const ParsedQuery& parsed_;
  const SearchRequest& request_;
  Analyzer analyzer_;
  std::vector<Replacement> replacements_;  // of words that no section has
  QueryPlan plan_;
  std::vector<Candidate> candidates_;
  std::uint32_t next_block_ = 0;    // of the stage: that of whole titles
  std::optional<TextCheck> check_;  // only when there is something to check
  SnippetRequest snippet_request_;
  SearchResult result_;
};

// Sections without a date come last in either order.
class OldestFirst : public Xapian::KeyMaker {
 public:
  std::string operator()(const Xapian::Document& document) const override {
    const std::string date = document.get_value(slot::date_begin);
    return date.empty() ? "\xff" : date;
  }
};

void set_order(Xapian::Enquire& enquire, SortOrder sort, const Stage& stage) {
  if (sort == SortOrder::oldest)
    enquire.set_sort_by_key_then_relevance((new OldestFirst)->release(), false);
  else if (sort == SortOrder::newest || stage.by_date)
    enquire.set_sort_by_value_then_relevance(slot::date_begin, true);
}

Xapian::MSet Search::match(const Stage& stage, Xapian::doccount window) const {
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(stage.query);
  enquire.set_weighting_scheme(*weighting_scheme());
  set_order(enquire, request_.sort, stage);
  return enquire.get_mset(0, window);
}

Xapian::doccount Search::window_of(Xapian::doccount asked, Xapian::doccount enough) const {
  if (check_) return std::max(kCheckedSections, enough);
  if (!plan_.words.empty()) return enough;
  const Xapian::doccount all = index_.database.get_doccount();
  return asked < all / kSectionsABranch ? std::max(asked * kSectionsABranch, enough) : all;
}

void Search::collect(const Stage& stage) {
  const auto asked = static_cast<Xapian::doccount>(request_.offset + request_.limit);
  // Behind a full window nothing is shown: then the sections are only estimated.
  const auto enough = static_cast<Xapian::doccount>(window_size(request_, asked + kFoldingMargin));
  const bool is_full = !check_ && candidates_.size() >= enough;
  const Xapian::doccount window = is_full ? 0 : window_of(asked, enough);
  const Xapian::MSet found = match(stage, window);
  const std::size_t before = candidates_.size();
  const Xapian::doccount looked_at = take_candidates(found, stage, enough);
  number_blocks(before);
  const std::uint64_t count = check_ ? candidates_.size() - before : found.get_matches_estimated();
  const bool complete = check_ ? looked_at == found.get_matches_upper_bound()
                               : found.get_matches_lower_bound() == found.get_matches_upper_bound();
  result_.total += count;
  if (stage.matched != Matched::some) result_.total_all += count;
  if (!complete) result_.exact_total = false;
  if (check_ && !complete && looked_at == window) note_unchecked(found, looked_at);
  if (request_.sort == SortOrder::relevance && !stage.by_date) rerank(stage, before);
  if (before < candidates_.size()) next_block_ = candidates_.back().block + 1;
  if (request_.explain)
    result_.explanation.push_back("stage: " + stage.purpose + ": " + std::to_string(count));
}

// By the ranks that the index gives. Without words all are one block: of a branch the topmost is
// shown, wherever it is found.
void Search::number_blocks(std::size_t first) {
  if (plan_.words.empty()) return;
  for (std::size_t i = first; i < candidates_.size(); ++i)
    candidates_[i].block =
        next_block_ + 1 + static_cast<std::uint32_t>((i - first) / block_size(request_));
}

// The candidates from `first` on are those of the stage.
void Search::rerank(const Stage& stage, std::size_t first) {
  const std::size_t titled = take_whole_titles(stage, first);
  const auto collected = std::span(candidates_).subspan(first);
  rerank_block(collected.first(titled));
  for (auto rest = collected.subspan(titled); !rest.empty();) {
    const auto end = std::ranges::find_if(
        rest, [&](const Candidate& candidate) { return candidate.block != rest.front().block; });
    const auto size = static_cast<std::size_t>(end - rest.begin());
    rerank_block(rest.first(size));
    rest = rest.subspan(size);
  }
  favour_whole_titles(collected, titled);
}

void Search::rerank_block(std::span<Candidate> block) {
  if (block.empty()) return;
  StemWeights weights(index_.database, block);
  favour_neighbours(block, plan_.words, index_.database, weights);
  favour_context(block, plan_.words, weights);
  favour_recent(block, request_);
}

// Puts them first and returns how many there are. They have all of the words, so the first stage
// has them, if only behind its window.
std::size_t Search::take_whole_titles(const Stage& stage, std::size_t first) {
  const bool is_first = &stage == &plan_.stages.front();
  const auto title =
      is_first && parsed_.root ? typed_title(*parsed_.root, replacements_) : std::nullopt;
  const std::string term = title ? whole_title_term(*title, analyzer_) : std::string();
  if (term.empty()) return 0;
  auto titled = find_whole_titles(index_.database, stage.query, term);
  std::erase_if(
      titled, [&](const RankedDocument& document) { return !passes_check(document.docid, stage); });
  const auto is_titled = [&](const Candidate& candidate) {
    return std::ranges::find(titled, candidate.docid, &RankedDocument::docid) != titled.end();
  };
  const auto begin = candidates_.begin() + static_cast<std::ptrdiff_t>(first);
  candidates_.erase(std::remove_if(begin, candidates_.end(), is_titled), candidates_.end());
  auto candidates = make_candidates(index_.database, titled, stage.matched);
  for (Candidate& candidate : candidates) candidate.block = next_block_;
  candidates_.insert(candidates_.begin() + static_cast<std::ptrdiff_t>(first),
                     std::make_move_iterator(candidates.begin()),
                     std::make_move_iterator(candidates.end()));
  return titled.size();
}

bool Search::passes_check(Xapian::docid docid, const Stage& stage) {
  if (!check_) return true;
  const auto stored = unpack_section(index_.database.get_document(docid).get_data());
  return passes(*check_, stored.section, stage.matched, {index_, analyzer_});
}

// Returns how many of them it looked at.
Xapian::doccount Search::take_candidates(const Xapian::MSet& found, const Stage& stage,
                                         Xapian::doccount enough) {
  std::vector<RankedDocument> taken;
  Xapian::doccount looked_at = 0;
  for (auto item = found.begin(); item != found.end(); ++item, ++looked_at) {
    if (check_ && taken.size() >= enough) break;
    if (!passes_check(*item, stage)) continue;
    taken.push_back({*item, item.get_weight()});
  }
  std::ranges::move(make_candidates(index_.database, taken, stage.matched),
                    std::back_inserter(candidates_));
  return looked_at;
}

void Search::note_unchecked(const Xapian::MSet& found, Xapian::doccount looked_at) {
  result_.notes_on_query.push_back(
      "only " + std::to_string(looked_at) + " of " + std::to_string(found.get_matches_estimated()) +
      " sections were looked through; a further word narrows them down");
}

Matched Search::matched_by(const Candidate& candidate) const {
  if (candidate.matched != Matched::some || parsed_.reading == Reading::expression)
    return candidate.matched;
  const bool all = std::ranges::all_of(plan_.words, [&](const QueryWord& word) {
    return section_has(index_.database, candidate.docid, word);
  });
  return all ? Matched::all : Matched::some;
}

// Rare words say more about a line than common ones.
std::vector<double> Search::word_weights() const {
  std::vector<double> weights;
  const double total = index_.database.get_doccount() + 1;
  for (const QueryWord& word : plan_.words) {
    double frequency = 1;
    for (const std::string& stem : word.stems)
      frequency = std::max<double>(frequency, index_.database.get_termfreq(stem));
    weights.push_back(std::log(1 + total / frequency));
  }
  return weights;
}

std::string age_text(const Section& section) {
  return section.date ? "of " + begin_text(*section.date) : "no date";
}

Hit Search::make_hit(const Candidate& candidate) {
  Hit hit;
  hit.section = unpack_section(index_.database.get_document(candidate.docid).get_data()).section;
  hit.path = path_of(index_, hit.section);
  hit.score = candidate.score;
  hit.matched = matched_by(candidate);
  hit.twins = twins_of(index_, candidate.docid);
  hit.others = candidate.others;
  const NoteText text = read_section_text(hit.path, hit.section, extent_of(hit.matched));
  hit.stale = !text.current;
  fill_snippets(hit, text.bytes, snippet_request_, analyzer_);
  if (request_.explain)
    hit.explanation =
        explain_score(index_.database, candidate.docid, hit.section.id, plan_.words, analyzer_);
  if (candidate.gained_by_context > 0)
    hit.explanation.push_back({"context", "rest of the note", candidate.gained_by_context});
  if (candidate.gained_by_title > 0)
    hit.explanation.push_back({"whole title", hit.section.title(), candidate.gained_by_title});
  if (candidate.lost_by_age > 0)
    hit.explanation.push_back({"age", age_text(hit.section), -candidate.lost_by_age});
  return hit;
}

void Search::note_missing_words() {
  if (plan_.stages.size() < 2 || result_.total_all > 0) return;
  std::string missing;
  for (const QueryWord& word : plan_.words)
    missing.append(missing.empty() ? "" : ", ").append(word.typed);
  result_.notes_on_query.push_back("no section has all of: " + missing);
}

// Where full matches suffice, three of them do.
void Search::leave_out_partial_matches(std::vector<Candidate>& folded) const {
  constexpr std::ptrdiff_t kSufficient = 3;
  const auto is_full = [](const Candidate& candidate) {
    return candidate.matched != Matched::some;
  };
  const bool tiers = plan_.stages.size() > 1;
  if (!request_.full_matches_suffice || !tiers ||
      std::ranges::count_if(folded, is_full) < kSufficient)
    return;
  std::erase_if(folded, [&](const Candidate& candidate) { return !is_full(candidate); });
}

SnippetRequest Search::snippet_request() const {
  SnippetRequest request;
  request.words = plan_.words;
  request.weights = word_weights();
  request.conditions = plan_.filters.conditions;
  request.check = check_ ? &*check_ : nullptr;
  request.context_lines = request_.context_lines;
  return request;
}

// Synonyms first: what has one needs no correction.
void Search::widen(std::vector<QueryWord>& words) {
  auto& notes = result_.notes_on_query;
  for (std::string& note : add_synonyms(words, parsed_.synonyms, index_.database, analyzer_))
    notes.push_back(std::move(note));
  replacements_ = relax(words, index_.database, analyzer_);
  for (const Replacement& replacement : replacements_) notes.push_back(sentence(replacement));
}

SearchResult Search::run() {
  std::vector<QueryWord> words;
  if (parsed_.root) words = collect_query_words(*parsed_.root, analyzer_);
  result_.notes_on_query = parsed_.notes;
  if (parsed_.reading != Reading::expression) widen(words);
  plan_ = plan_query(parsed_, std::move(words), request_, {analyzer_, index_.database});
  for (const Stage& stage : plan_.stages)
    if (!stage.only_if_nothing_before || candidates_.empty()) collect(stage);
  result_.in_tiers = plan_.stages.size() > 1;
  note_missing_words();
  for (std::string& note : notes_on_unknown_labels(plan_.filters.conditions, index_.database))
    result_.notes_on_query.push_back(std::move(note));
  snippet_request_ = snippet_request();
  auto folded = fold(index_.database, analyzer_, plan_.words, candidates_);
  leave_out_partial_matches(folded);
  folded = grouped(std::move(folded), request_.grouping);
  if (request_.explain) {
    auto lines = explain_query(parsed_, plan_);
    result_.explanation.insert(result_.explanation.begin(), lines.begin(), lines.end());
  }
  fill_page(result_, index_, folded, request_,
            [&](const Candidate& candidate) { return make_hit(candidate); });
  result_.query = parsed_.typed;
  if (parsed_.root) result_.parsed = to_query_text(*parsed_.root);
  return std::move(result_);
}

std::string_view reading_name(Reading reading) {
  switch (reading) {
    case Reading::filters:
      return "filters";
    case Reading::words:
      return "words";
    case Reading::sentence:
      return "sentence";
    case Reading::expression:
      return "expression";
  }
  return "filters";
}

}  // namespace

SearchResult search(const std::string& index_directory, const ParsedQuery& parsed,
                    const SearchRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SearchResult result = with_index(index_directory, [&](const OpenIndex& index) {
    SearchResult found = Search(index, parsed, request).run();
    found.stale = is_stale(found, index);
    return found;
  });
  result.reading = reading_name(parsed.reading);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  result.elapsed_ms = elapsed.count();
  return result;
}

}  // namespace notes

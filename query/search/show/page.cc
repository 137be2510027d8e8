// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/page.h"

#include <algorithm>
#include <array>
#include <unistd.h>

#include "common/index/document_terms.h"
#include "common/index/open_index.h"
#include "common/schema.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"
#include "query/search/around/around.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/ranking.h"
#include "query/search/words/query_words.h"

namespace notes {
namespace {

std::string explain_word(const QueryWord& word) {
  if (!word.prefix.empty()) {
    const std::string before = word.stems.empty() ? "" : " after " + joined(word.stems, " ");
    return word.typed + "*: words that start with " + word.prefix + before;
  }
  std::string line = word.typed + ": stem " + joined(word.stems, " ");
  if (word.exacts != word.stems) line += ", as written " + joined(word.exacts, " ");
  if (!word.joined.empty()) line += ", joined " + word.joined;
  if (!word.sigil.empty()) line += ", with its signs " + word.sigil;
  for (const QueryWord& synonym : word.synonyms) line += ", or " + synonym.typed;
  if (word.count > 1) line += ", " + std::to_string(word.count) + " times";
  return line;
}

// By Reading.
constexpr std::array<std::string_view, 5> kReadings{"conditions only", "words, all of them first",
                                                    "a sentence, by evidence",
                                                    "an expression, as written", "like a section"};

void collect_stop_words(const QueryNode& node, std::vector<std::string>& found) {
  if (node.stop_word) found.push_back(node.text);
  for (const QueryNode& child : node.children) collect_stop_words(child, found);
}

// Nothing if they are searched for because there are no other words.
std::vector<std::string> words_left_out(const ParsedQuery& parsed, const QueryPlan& plan) {
  std::vector<std::string> found;
  if (parsed.root) collect_stop_words(*parsed.root, found);
  const bool are_all = std::ranges::all_of(plan.words, [&](const QueryWord& word) {
    return std::ranges::find(found, word.typed) != found.end();
  });
  return are_all ? std::vector<std::string>() : found;
}

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

bool is_there(const OpenIndex& index, const Candidate& candidate) {
  return exists(path_of(index, read_section(index, candidate.docid).section));
}

bool stands_in(const QueryWord& word, const Xapian::Database& database, Xapian::docid docid) {
  const auto has = [&](const std::string& term) {
    return !term.empty() && wdf_in(database, docid, term) > 0;
  };
  const auto has_other = [&](const QueryWord& other) { return stands_in(other, database, docid); };
  return (!word.stems.empty() && std::ranges::all_of(word.stems, has)) || has(word.joined) ||
         has(word.sigil) || std::ranges::any_of(word.expansions, has) ||
         std::ranges::any_of(word.synonyms, has_other) ||
         std::ranges::any_of(word.becoming, has_other);
}

// The words of the query that the section has, or has not, as typed.
std::vector<std::string> words_that(bool stand, const PlannedSearch& search, Xapian::docid docid,
                                    std::size_t most) {
  std::vector<std::string> words;
  for (const QueryWord& word : search.plan.words)
    if (words.size() < most && !word.stop_word &&
        stands_in(word, search.in.database, docid) == stand)
      words.push_back(word.typed);
  return words;
}

// Whether the title is one like "Examples" or "See also", which says little without the note's
// title.
bool has_common_title(const Section& section, const SearchIndex& in) {
  if (section.breadcrumb.size() < 2) return false;
  const std::string term = whole_title_term(section.breadcrumb[1].title, in.analyzer);
  return !term.empty() && in.database.get_termfreq(term) > 1;
}

// Slow: matches each ingredient separately.
std::vector<ScorePart> explain_score(Xapian::docid docid,
                                     const std::vector<Ingredient>& ingredients,
                                     const SearchIndex& in) {
  std::vector<ScorePart> parts;
  for (const Ingredient& ingredient : ingredients) {
    Xapian::Enquire enquire(in.database);
    enquire.set_weighting_scheme(*weighting_scheme());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, ingredient.query, only({docid})));
    const Xapian::MSet found = enquire.get_mset(0, 1);
    if (found.empty()) continue;
    std::string_view name = ingredient.name;
    if (name == kWordIngredient && !is_own_word(ingredient.term, docid, in)) name = "inherited";
    parts.push_back({name, ingredient.term, found.begin().get_weight()});
  }
  return parts;
}

Hit make_hit(const Candidate& candidate, const PlannedSearch& search) {
  constexpr std::size_t kMostShared = 5;
  const SearchIndex& in = search.in;
  Hit hit = plain_hit(in.index, read_section(in.index, candidate.docid));
  hit.score = candidate.score;
  hit.matched = candidate.matched;
  if (hit.matched == Matched::some)
    hit.missing = words_that(false, search, candidate.docid, search.plan.words.size());
  if (search.plan.names_shared) hit.shared = words_that(true, search, candidate.docid, kMostShared);
  hit.has_common_title = has_common_title(hit.section, in);
  hit.others = candidate.others;
  const NoteText text = read_matched_text(in.index, hit.section, hit.matched);
  hit.stale = !text.current;
  fill_snippets(hit, text, search);
  if (search.request.explain)
    hit.explanation = explain_score(candidate.docid, search.plan.ingredients, in);
  hit.explanation.insert(hit.explanation.end(), candidate.gains.begin(), candidate.gains.end());
  return hit;
}

}  // namespace

std::vector<std::string> explain_query(const ParsedQuery& parsed, const QueryPlan& plan,
                                       const std::vector<StageMatches>& matches) {
  std::vector<std::string> lines;
  if (parsed.root) lines.push_back("tree: " + to_query_text(*parsed.root));
  std::string reading =
      "read as: " + std::string(kReadings[static_cast<std::size_t>(parsed.reading)]);
  if (!parsed.reading_reason.empty()) reading += " (" + parsed.reading_reason + ")";
  lines.push_back(std::move(reading));
  for (const QueryWord& word : plan.words) lines.push_back("word: " + explain_word(word));
  if (const auto left_out = words_left_out(parsed, plan); !left_out.empty())
    lines.push_back("stop words, not required: " + joined(left_out, " "));
  for (const StageMatches& matched : matches)
    lines.push_back("stage: " + matched.stage.purpose + ": " + std::to_string(matched.count));
  return lines;
}

bool fill_page(const PlannedSearch& search, const std::vector<Candidate>& candidates,
               SearchResult& result) {
  const SearchRequest& request = search.request;
  int before = request.offset;
  bool all_are_there = true;
  for (const Candidate& candidate : candidates) {
    if (result.hits.size() == static_cast<std::size_t>(request.limit)) {
      const bool is_as_good = !result.in_tiers || candidate.matched != Matched::some;
      if (is_as_good) result.next_offset = request.offset + request.limit;
      break;
    }
    if (before > 0) {
      const bool counts = is_there(search.in.index, candidate);
      before -= counts ? 1 : 0;
      all_are_there = all_are_there && counts;
      continue;
    }
    Hit hit = make_hit(candidate, search);
    if (hit.stale && !exists(hit.path))
      ++result.gone;
    else
      result.hits.push_back(std::move(hit));
  }
  return all_are_there && result.gone == 0;
}

bool is_stale(const SearchResult& result, const OpenIndex& index) {
  if (result.gone > 0 || std::ranges::any_of(result.hits, &Hit::stale)) return true;
  NotePaths notes;
  for (const Hit& hit : result.hits) notes[hit.section.root].insert(hit.section.rel_path);
  return any_changed(index, notes);
}

}  // namespace notes

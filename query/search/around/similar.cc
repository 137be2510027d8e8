// SPDX-License-Identifier: GPL-2.0-or-later
// Finds sections that share a section's distinctive words.
#include <algorithm>
#include <map>
#include <utility>

#include "common/index/open_index.h"
#include "common/text/analyzer.h"
#include "common/text/code_point.h"
#include "common/text/reading.h"
#include "query/language/query_parser.h"
#include "query/search/around/around.h"
#include "query/search/match/matching.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/boosts.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"

namespace notes {
namespace {

using Xapian::Query;

// More terms than a query has, so that most of them decide.
constexpr Xapian::termcount kMaxTerms = 40;
// Gives terms less credit for words not seen than Xapian's default scheme: one section is a small
// sample.
constexpr const char* kExpansionScheme = "bo1";

bool has_letters(std::string_view word) {
  constexpr CharKinds kOfWords = char_kind::alphanumeric | char_kind::ideograph;
  return word.size() > 1 && (read_character(word, 0).kind & kOfWords) &&
         word.find_first_not_of("0123456789.,") != word.npos;
}

using WrittenWords = std::map<std::string, std::string>;

void add_words(std::string_view text, Analyzer& analyzer, WrittenWords& words) {
  for (const Term& term : analyzer.analyze(text)) {
    const bool is_word = term.role == TermRole::word || term.role == TermRole::bigram;
    if (is_word && has_letters(term.stem) && !is_stop_word(term.exact))
      words.emplace(term.stem, text.substr(term.begin_byte, term.end_byte - term.begin_byte));
  }
}

// Accepts stems of whole words; rejects stop words, signs and pieces of compounds.
class ContentStems : public Xapian::ExpandDecider {
 public:
  explicit ContentStems(const WrittenWords& words) : words_(words) {}
  bool operator()(const std::string& term) const override { return words_.contains(term); }

 private:
  const WrittenWords& words_;
};

WrittenWords written_words(const FoundSection& found, std::span<const FoundSection> below,
                           const SearchIndex& in) {
  WrittenWords words;
  add_words(found.section.title(), in.analyzer, words);
  for (const FoundSection& one : below) {
    const NoteText text =
        read_section_text(path_of(in.index, one.section), one.section, TextExtent::own);
    add_words(read_text(text.bytes, text.blocks).text(), in.analyzer, words);
  }
  return words;
}

Xapian::ESet telling_terms(std::span<const FoundSection> below, const WrittenWords& words,
                           const Xapian::Database& database) {
  Xapian::RSet relevant;
  for (const FoundSection& one : below) relevant.add_document(one.docid);
  Xapian::Enquire enquire(database);
  enquire.set_query(Query::MatchAll);
  enquire.set_expansion_scheme(kExpansionScheme);
  const ContentStems content(words);
  return enquire.get_eset(kMaxTerms, relevant, &content);
}

Query relatives(const FoundSection& found, const std::vector<FoundSection>& nested,
                const OpenIndex& index) {
  Docids docids = find_twins(index, found.docid);
  for (const FoundSection& one : nested) docids.push_back(one.docid);
  std::ranges::sort(docids);
  return only(std::move(docids));
}

QueryPlan plan_of(const FoundSection& found, const ParsedQuery& conditions, const SearchIndex& in) {
  const auto nested = nested_with(in.index, found.section);
  const auto below = with_below(found, nested);
  const WrittenWords words = written_words(found, below, in);
  const Xapian::ESet terms = telling_terms(below, words, in.database);
  QueryPlan plan;
  plan.names_shared = true;
  std::vector<Query> likes;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    likes.emplace_back(*term);
    QueryWord& word = plan.words.emplace_back();
    word.typed = words.at(*term);
    word.stems = word.exacts = {*term};
    plan.line_weights.push_back(term.get_weight());
  }
  Query query(Query::OP_AND_NOT, any_of(likes), relatives(found, nested, in.index));
  const Query within = conditions.root ? matches_tree(*conditions.root, in) : Query();
  if (!within.empty()) query = Query(Query::OP_FILTER, query, within);
  plan.stages.push_back({"sections that share its words", std::move(query)});
  return plan;
}

}  // namespace

std::optional<SearchResult> find_similar(const OpenIndex& index, const std::string& name,
                                         const ParsedQuery& conditions,
                                         const SearchRequest& request) {
  const auto found = find_section(index, name);
  if (!found) return std::nullopt;
  Analyzer analyzer(index.settings.language);
  const SearchIndex in{index, analyzer};
  const TextCheck check(conditions, in);
  const QueryPlan like = plan_of(*found, conditions, in);
  const PlannedSearch search{like, request, check, in};
  const auto matches = match(search);
  SearchResult result;
  count_matches(matches, result);
  fill_page(search, arrange(matches, search), result);
  result.reading = Reading::similar;
  result.obstacle = find_obstacle(conditions);
  if (conditions.root) result.parsed = to_query_text(*conditions.root);
  if (request.explain)
    for (const QueryWord& word : like.words)
      result.explanation.push_back("looked for sections with: " + word.typed);
  result.stale = is_stale(result, index);
  return result;
}

}  // namespace notes

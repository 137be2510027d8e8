// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/similar.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "common/index/open_index.h"
#include "common/text/analyzer.h"
#include "common/text/char_kind.h"
#include "common/text/reading.h"
#include "query/language/query_parser.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/all_matches.h"
#include "query/search/match/matching.h"
#include "query/search/rank/ranked_matches.h"
#include "query/search/rank/result_folding.h"
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

struct LikeTerm {
  std::string stem;
  double weight = 0;
};

QueryWord word_of(const std::string& stem, const std::string& written) {
  QueryWord word;
  word.typed = written;
  word.stems = {stem};
  word.exacts = {stem};
  return word;
}

// What the section is about: its own text and the text of the sections below it.
struct Subject {
  const FoundSection& found;
  std::vector<FoundSection> nested;  // those below and around it, and itself
  std::vector<FoundSection> below;   // itself and those below it
};

Subject subject_of(const OpenIndex& index, const FoundSection& found) {
  Subject subject{found, nested_with(index, found.section), {}};
  std::ranges::copy_if(subject.nested, std::back_inserter(subject.below), [&](const auto& one) {
    return one.section.breadcrumb.size() >= found.section.breadcrumb.size();
  });
  return subject;
}

WrittenWords written_words(const Subject& subject, const OpenIndex& index, Analyzer& analyzer) {
  WrittenWords words;
  add_words(subject.found.section.title(), analyzer, words);
  for (const FoundSection& one : subject.below) {
    const NoteText text =
        read_section_text(path_of(index, one.section), one.section, TextExtent::own);
    add_words(read_text(text.bytes, text.blocks).text(), analyzer, words);
  }
  return words;
}

Xapian::ESet telling_terms(const Subject& subject, const WrittenWords& words,
                           const Xapian::Database& database) {
  Xapian::RSet relevant;
  for (const FoundSection& one : subject.below) relevant.add_document(one.docid);
  Xapian::Enquire enquire(database);
  enquire.set_query(Query::MatchAll);
  enquire.set_expansion_scheme(kExpansionScheme);
  const ContentStems content(words);
  return enquire.get_eset(kMaxTerms, relevant, &content);
}

Query relatives(const Subject& subject, const OpenIndex& index) {
  std::vector<Xapian::docid> docids = find_twins(index, subject.found.docid);
  for (const FoundSection& one : subject.nested) docids.push_back(one.docid);
  std::ranges::sort(docids);
  return only(std::move(docids));
}

// `weights` receives the weight of each word in the plan.
QueryPlan plan_of(const FoundSection& found, const ParsedQuery& conditions, const OpenIndex& index,
                  const CompileContext& context, std::vector<double>& weights) {
  const Subject subject = subject_of(index, found);
  const WrittenWords words = written_words(subject, index, context.analyzer);
  const Xapian::ESet terms = telling_terms(subject, words, index.database);
  QueryPlan plan;
  std::vector<Query> likes;
  for (auto term = terms.begin(); term != terms.end(); ++term) {
    likes.emplace_back(*term);
    plan.words.push_back(word_of(*term, words.at(*term)));
    weights.push_back(term.get_weight());
  }
  Query query(Query::OP_AND_NOT, any_of(likes), relatives(subject, index));
  const Query within = conditions.root ? matches_tree(*conditions.root, context) : Query();
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
  std::vector<double> weights;
  const QueryPlan like = plan_of(*found, conditions, index, {analyzer, index.database}, weights);
  SearchResult result;
  const auto matches = match({like, request, nullptr, {index, analyzer}});
  count_matches(matches, result);
  const auto ranked = rank(matches, {}, request, index.database);
  const auto shown = cut(fold(ranked, Folding::best), like.in_tiers, request);
  const SnippetRequest snippets{like.words, weights, {}, nullptr, request.context_lines};
  fill_page(result, shown, request, {index, analyzer, snippets, {}, true});
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

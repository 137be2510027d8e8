// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/similar.h"

#include <map>
#include <utility>

#include "common/index/open_index.h"
#include "common/text/analyzer.h"
#include "common/text/char_kind.h"
#include "common/text/reading.h"
#include "query/language/query_parser.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/matching.h"
#include "query/search/rank/ranked_matches.h"
#include "query/search/rank/result_folding.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"

namespace notes {
namespace {

using Xapian::Query;

// More terms than a query has: they only have to agree by and large.
constexpr Xapian::termcount kMaxTerms = 40;
// Counts unseen terms less than Xapian's own scheme does: one section is little to go by.
constexpr const char* kExpansionScheme = "bo1";

bool has_letters(std::string_view word) {
  constexpr CharKinds kOfWords = char_kind::alphanumeric | char_kind::ideograph;
  return word.size() > 1 && (read_character(word, 0).kind & kOfWords) &&
         word.find_first_not_of("0123456789.,") != word.npos;
}

// Each stem with a word that has it, as written.
using WrittenWords = std::map<std::string, std::string>;

void add_words(std::string_view text, Analyzer& analyzer, WrittenWords& words) {
  for (const Term& term : analyzer.analyze(text)) {
    const bool is_word = term.role == TermRole::word || term.role == TermRole::bigram;
    if (is_word && has_letters(term.stem) && !is_stop_word(term.exact))
      words.emplace(term.stem, text.substr(term.begin_byte, term.end_byte - term.begin_byte));
  }
}

// Stems of whole words, without stop words, signs and pieces of compounds.
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

class Similar {
 public:
  Similar(const OpenIndex& index, const FoundSection& found, const SearchRequest& request)
      : index_(index),
        found_(found),
        request_(request),
        analyzer_(index.settings.language),
        nested_(nested_with(index, found.section)) {}

  SearchResult run(const ParsedQuery& conditions);

 private:
  WrittenWords written_words();
  std::vector<LikeTerm> telling_terms(const WrittenWords& words) const;
  Query excluded() const;
  QueryPlan plan(const ParsedQuery& conditions);

  const OpenIndex& index_;
  const FoundSection& found_;
  const SearchRequest& request_;
  Analyzer analyzer_;
  std::vector<FoundSection> nested_;
  std::vector<double> weights_;  // of the words of the plan
};

QueryWord word_of(const std::string& stem, const std::string& written) {
  QueryWord word;
  word.typed = written;
  word.stems = {stem};
  word.exacts = {stem};
  return word;
}

WrittenWords Similar::written_words() {
  WrittenWords words;
  add_words(found_.section.title(), analyzer_, words);
  for (const FoundSection& one : nested_) {
    if (one.section.breadcrumb.size() < found_.section.breadcrumb.size()) continue;
    const NoteText text =
        read_section_text(path_of(index_, one.section), one.section, TextExtent::own);
    add_words(read_text(text.bytes, text.blocks).text(), analyzer_, words);
  }
  return words;
}

// What stands below a heading is what the heading is about.
std::vector<LikeTerm> Similar::telling_terms(const WrittenWords& words) const {
  Xapian::RSet relevant;
  for (const FoundSection& one : nested_)
    if (one.section.breadcrumb.size() >= found_.section.breadcrumb.size())
      relevant.add_document(one.docid);
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(Query::MatchAll);
  enquire.set_expansion_scheme(kExpansionScheme);
  const ContentStems content(words);
  const Xapian::ESet expansion = enquire.get_eset(kMaxTerms, relevant, &content);
  std::vector<LikeTerm> terms;
  for (auto term = expansion.begin(); term != expansion.end(); ++term)
    terms.push_back({*term, term.get_weight()});
  return terms;
}

Query Similar::excluded() const {
  std::vector<Query> relatives;
  for (const FoundSection& one : nested_)
    relatives.emplace_back(std::string(prefix::id) + one.section.id);
  const auto twin = index_.database.get_document(found_.docid).get_value(slot::twin);
  if (!twin.empty()) relatives.emplace_back(std::string(prefix::twin) + twin);
  return any_of(relatives);
}

QueryPlan Similar::plan(const ParsedQuery& conditions) {
  QueryPlan plan;
  std::vector<Query> likes;
  const WrittenWords words = written_words();
  for (const LikeTerm& term : telling_terms(words)) {
    likes.emplace_back(term.stem);
    plan.words.push_back(word_of(term.stem, words.at(term.stem)));
    weights_.push_back(term.weight);
  }
  Query query(Query::OP_AND_NOT, any_of(likes), excluded());
  const Query within =
      conditions.root ? matches_tree(*conditions.root, {analyzer_, index_.database}) : Query();
  if (!within.empty()) query = Query(Query::OP_FILTER, query, within);
  plan.stages.push_back({"sections that share its words", std::move(query)});
  return plan;
}

SearchResult Similar::run(const ParsedQuery& conditions) {
  SearchResult result;
  const QueryPlan like = plan(conditions);
  const auto matches = match(like, request_, nullptr, {index_, analyzer_});
  count_matches(matches, result);
  const auto ranked = rank(matches, {}, request_, index_.database);
  const auto shown = cut(fold(ranked, Folding::best), like.in_tiers, request_);
  const SnippetRequest snippets{like.words, weights_, {}, nullptr, request_.context_lines};
  fill_page(result, shown, request_, {index_, analyzer_, snippets, {}, true});
  result.reading = Reading::similar;
  result.obstacle = find_obstacle(conditions);
  if (conditions.root) result.parsed = to_query_text(*conditions.root);
  if (request_.explain)
    for (const QueryWord& word : like.words)
      result.explanation.push_back("shared word looked for: " + word.typed);
  return result;
}

}  // namespace

std::optional<SearchResult> find_similar(const OpenIndex& index, const std::string& name,
                                         const ParsedQuery& conditions,
                                         const SearchRequest& request) {
  const auto found = find_section(index, name);
  if (!found) return std::nullopt;
  SearchResult similar = Similar(index, *found, request).run(conditions);
  similar.stale = is_stale(similar, index);
  return similar;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/around/similar.h"

#include <algorithm>

#include "common/index/open_index.h"
#include "common/index/place.h"
#include "common/section_codec.h"
#include "common/text/analyzer.h"
#include "query/language/query_parser.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/query_compiler.h"
#include "query/search/rank/candidate.h"
#include "query/search/rank/ranking.h"
#include "query/search/rank/reordering.h"
#include "query/search/rank/result_folding.h"
#include "query/search/show/note_text.h"
#include "query/search/show/page.h"
#include "query/search/show/snippet.h"

namespace notes {
namespace {

using Xapian::Query;

// More terms than a query has: they only have to agree by and large.
constexpr Xapian::termcount kMaxTerms = 40;
// Sections looked at beyond those asked for, so that folding does not leave a page short.
constexpr Xapian::doccount kFoldingMargin = 50;
// Counts unseen terms less than Xapian's own scheme does: one section is little to go by.
constexpr const char* kExpansionScheme = "bo1";

// Stems that tell something: no prefixed terms, no single letters, no stop words.
class ContentStems : public Xapian::ExpandDecider {
 public:
  bool operator()(const std::string& term) const override {
    const bool is_prefixed = term.front() >= 'A' && term.front() <= 'Z';
    return !is_prefixed && term.size() > 1 && !is_stop_word(term);
  }
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
  std::vector<LikeTerm> telling_terms() const;
  Query excluded() const;
  Query query_of(const ParsedQuery& conditions);
  Hit make_hit(const Candidate& candidate);

  const OpenIndex& index_;
  const FoundSection& found_;
  const SearchRequest& request_;
  Analyzer analyzer_;
  std::vector<FoundSection> nested_;
  SnippetRequest snippets_;
};

QueryWord word_of(const std::string& stem) {
  QueryWord word;
  word.typed = stem;
  word.stems = {stem};
  word.exacts = {stem};
  return word;
}

// What stands below a heading is what the heading is about.
std::vector<LikeTerm> Similar::telling_terms() const {
  Xapian::RSet relevant;
  for (const FoundSection& one : nested_)
    if (one.section.breadcrumb.size() >= found_.section.breadcrumb.size())
      relevant.add_document(one.docid);
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(Query::MatchAll);
  enquire.set_expansion_scheme(kExpansionScheme);
  const ContentStems content;
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

Query Similar::query_of(const ParsedQuery& conditions) {
  std::vector<Query> likes;
  for (const LikeTerm& term : telling_terms()) {
    likes.emplace_back(term.stem);
    snippets_.words.push_back(word_of(term.stem));
    snippets_.weights.push_back(term.weight);
  }
  Query query = Query(Query::OP_AND_NOT, any_of(likes), excluded());
  if (!conditions.root) return query;
  const Query within = matches_tree(*conditions.root, {analyzer_, index_.database});
  return within.empty() ? query : Query(Query::OP_FILTER, query, within);
}

Hit Similar::make_hit(const Candidate& candidate) {
  const std::string bytes = index_.database.get_document(candidate.docid).get_data();
  Hit hit = plain_hit(index_, {candidate.docid, unpack_section(bytes).section});
  hit.score = candidate.score;
  hit.others = candidate.others;
  const NoteText text = read_section_text(hit.path, hit.section, TextExtent::own);
  hit.stale = !text.current;
  fill_snippets(hit, text.bytes, snippets_, analyzer_);
  return hit;
}

std::vector<Candidate> candidates_of(const Xapian::Database& database, const Xapian::MSet& found) {
  std::vector<RankedDocument> documents;
  for (auto item = found.begin(); item != found.end(); ++item)
    documents.push_back({*item, item.get_weight()});
  return make_candidates(database, documents, Matched::all);
}

SearchResult Similar::run(const ParsedQuery& conditions) {
  SearchResult result;
  const auto end =
      static_cast<std::size_t>(request_.offset) + static_cast<std::size_t>(request_.limit);
  Xapian::Enquire enquire(index_.database);
  enquire.set_query(query_of(conditions));
  enquire.set_weighting_scheme(*weighting_scheme());
  snippets_.context_lines = request_.context_lines;
  const Xapian::MSet found = enquire.get_mset(
      0, static_cast<Xapian::doccount>(window_size(request_, end + kFoldingMargin)));
  result.total = found.get_matches_estimated();
  result.exact_total = found.get_matches_lower_bound() == found.get_matches_upper_bound();
  std::vector<Candidate> candidates = candidates_of(index_.database, found);
  favour_recent(candidates, request_);
  const auto folded =
      grouped(fold(index_.database, analyzer_, snippets_.words, candidates), request_.grouping);
  fill_page(result, index_, folded, request_,
            [&](const Candidate& candidate) { return make_hit(candidate); });
  result.reading = "similar";
  if (conditions.root) result.parsed = to_query_text(*conditions.root);
  if (request_.explain)
    for (const QueryWord& word : snippets_.words)
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

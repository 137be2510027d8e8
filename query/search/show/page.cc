// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/page.h"

#include <algorithm>
#include <unistd.h>

#include "common/index/document_terms.h"
#include "common/index/freshness.h"
#include "common/section_codec.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/own_words.h"
#include "query/search/match/text_check.h"
#include "query/search/show/explain.h"
#include "query/search/show/note_text.h"

namespace notes {
namespace {

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

bool is_there(const OpenIndex& index, const Candidate& candidate) {
  const std::string bytes = index.database.get_document(candidate.docid).get_data();
  return exists(path_of(index, unpack_section(bytes).section));
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

std::vector<std::string> missing_words(const std::vector<QueryWord>& words,
                                       const Xapian::Database& database, Xapian::docid docid) {
  std::vector<std::string> missing;
  for (const QueryWord& word : words)
    if (!word.stop_word && !stands_in(word, database, docid)) missing.push_back(word.typed);
  return missing;
}

std::vector<std::string> shared_words(const std::vector<QueryWord>& words,
                                      const Xapian::Database& database, Xapian::docid docid) {
  constexpr std::size_t kMost = 5;
  std::vector<std::string> shared;
  for (const QueryWord& word : words)
    if (shared.size() < kMost && stands_in(word, database, docid)) shared.push_back(word.typed);
  return shared;
}

// Whether the title is one like "Examples" or "See also", which says little without the note's
// title.
bool has_common_title(const Section& section, const PageMaker& maker) {
  if (section.breadcrumb.size() < 2) return false;
  const std::string term = whole_title_term(section.breadcrumb[1].title, maker.analyzer);
  return !term.empty() && maker.index.database.get_termfreq(term) > 1;
}

Hit make_hit(const Candidate& candidate, const SearchRequest& request, const PageMaker& maker) {
  const Xapian::Database& database = maker.index.database;
  const std::string bytes = database.get_document(candidate.docid).get_data();
  Hit hit = plain_hit(maker.index, {candidate.docid, unpack_section(bytes).section});
  hit.score = candidate.score;
  hit.matched = candidate.matched;
  if (hit.matched == Matched::some)
    hit.missing = missing_words(maker.snippets.words, database, candidate.docid);
  if (maker.names_shared)
    hit.shared = shared_words(maker.snippets.words, database, candidate.docid);
  hit.has_common_title = has_common_title(hit.section, maker);
  hit.others = candidate.others;
  const NoteText text = read_matched_text(maker.index, hit.section, hit.matched);
  hit.stale = !text.current;
  fill_snippets(hit, text, maker.snippets, maker.analyzer);
  if (request.explain)
    hit.explanation = explain_score(database, candidate.docid, maker.ingredients, maker.analyzer);
  for (const Gain& gain : candidate.gains)
    hit.explanation.push_back({std::string(gain.boost), "", gain.score});
  return hit;
}

}  // namespace

bool fill_page(SearchResult& result, const std::vector<Candidate>& candidates,
               const SearchRequest& request, const PageMaker& maker) {
  int before = request.offset;
  bool all_are_there = true;
  for (const Candidate& candidate : candidates) {
    if (result.hits.size() == static_cast<std::size_t>(request.limit)) {
      const bool is_as_good = !result.in_tiers || candidate.matched != Matched::some;
      if (is_as_good) result.next_offset = request.offset + request.limit;
      break;
    }
    if (before > 0) {
      const bool counts = is_there(maker.index, candidate);
      before -= counts ? 1 : 0;
      all_are_there = all_are_there && counts;
      continue;
    }
    Hit hit = make_hit(candidate, request, maker);
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

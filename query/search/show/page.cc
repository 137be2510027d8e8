// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/page.h"

#include <algorithm>
#include <unistd.h>

#include "common/index/freshness.h"
#include "common/section_codec.h"
#include "query/search/around/section_lookup.h"
#include "query/search/match/section_check.h"
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

Hit make_hit(const Candidate& candidate, const SearchRequest& request, const PageMaker& maker) {
  const Xapian::Database& database = maker.index.database;
  const std::string bytes = database.get_document(candidate.docid).get_data();
  Hit hit = plain_hit(maker.index, {candidate.docid, unpack_section(bytes).section});
  hit.score = candidate.score;
  hit.matched = candidate.matched;
  hit.others = candidate.others;
  const NoteText text = read_matched_text(maker.index, hit.section, hit.matched);
  hit.stale = !text.current;
  fill_snippets(hit, text, maker.snippets, maker.analyzer);
  if (request.explain)
    hit.explanation =
        explain_score(database, candidate.docid, hit.section.id, maker.ingredients, maker.analyzer);
  for (const Gain& gain : candidate.gains)
    hit.explanation.push_back({std::string(gain.boost), "", gain.score});
  return hit;
}

}  // namespace

void fill_page(SearchResult& result, const std::vector<Candidate>& candidates,
               const SearchRequest& request, const PageMaker& maker) {
  int before = request.offset;
  for (const Candidate& candidate : candidates) {
    if (result.hits.size() == static_cast<std::size_t>(request.limit)) {
      const bool is_as_good = !result.in_tiers || candidate.matched != Matched::some;
      if (is_as_good) result.next_offset = request.offset + request.limit;
      return;
    }
    if (before > 0) {
      if (is_there(maker.index, candidate)) --before;
      continue;
    }
    Hit hit = make_hit(candidate, request, maker);
    if (hit.stale && !exists(hit.path))
      ++result.gone;
    else
      result.hits.push_back(std::move(hit));
  }
}

bool is_stale(const SearchResult& result, const OpenIndex& index) {
  if (result.gone > 0 || std::ranges::any_of(result.hits, &Hit::stale)) return true;
  NotePaths notes;
  for (const Hit& hit : result.hits) notes[hit.section.root].insert(hit.section.rel_path);
  return any_changed(index, notes);
}

}  // namespace notes

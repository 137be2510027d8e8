// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search/show/page.h"

#include <algorithm>
#include <unistd.h>

#include "common/index/freshness.h"
#include "common/section_codec.h"
#include "query/search/around/section_lookup.h"

namespace notes {
namespace {

bool exists(const std::string& path) {
  return ::access(path.c_str(), F_OK) == 0;
}

bool is_there(const OpenIndex& index, const Candidate& candidate) {
  const std::string bytes = index.database.get_document(candidate.docid).get_data();
  return exists(path_of(index, unpack_section(bytes).section));
}

}  // namespace

void fill_page(SearchResult& result, const OpenIndex& index,
               const std::vector<Candidate>& candidates, const SearchRequest& request,
               const std::function<Hit(const Candidate&)>& make_hit) {
  int before = request.offset;
  for (const Candidate& candidate : candidates) {
    if (result.hits.size() == static_cast<std::size_t>(request.limit)) {
      const bool is_as_good = !result.in_tiers || candidate.matched != Matched::some;
      if (is_as_good) result.next_offset = request.offset + request.limit;
      return;
    }
    if (before > 0) {
      if (is_there(index, candidate)) --before;
      continue;
    }
    Hit hit = make_hit(candidate);
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

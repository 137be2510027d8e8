// SPDX-License-Identifier: GPL-2.0-or-later
// Makes the requested page of hits, and finds out whether the index was right about it.
#pragma once

#include <vector>

#include "common/index/open_index.h"
#include "query/search/rank/candidate.h"
#include "query/search/rank/ranking.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"
#include "query/search/show/snippet.h"

namespace notes {

struct PageMaker {
  const OpenIndex& index;
  Analyzer& analyzer;
  const SnippetRequest& snippets;
  const std::vector<Ingredient>& ingredients;  // for --explain
  bool names_shared = false;                   // for --like: names the words they share
};

// Adds the hits of the requested page to `result`. Every page leaves out sections of notes that no
// longer exist or are on a disk that is not mounted, and counts those it meets. Returns whether no
// section was left out, on this page or before it.
bool fill_page(SearchResult& result, const std::vector<Candidate>& candidates,
               const SearchRequest& request, const PageMaker& maker);

// Whether a hit is gone or its note has changed, so that something may be missing.
bool is_stale(const SearchResult& result, const OpenIndex& index);

}  // namespace notes

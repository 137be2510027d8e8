// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a page of hits out of the sections found, and tells whether the index was right about it.
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
  const std::vector<Ingredient>& ingredients;  // that --explain tells the worth of
  bool names_shared = false;                   // hits are like a section: say by which words
};

// Adds the hits of the page that `request` asks for to `result`. Sections whose notes are not there
// (deleted, or on a disk that is not mounted) take no place on any page; those met are counted.
void fill_page(SearchResult& result, const std::vector<Candidate>& candidates,
               const SearchRequest& request, const PageMaker& maker);

// Also when a hit's own text is as it was and its note changed elsewhere: something may be missing.
bool is_stale(const SearchResult& result, const OpenIndex& index);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Reads from an index that is brought up to date first, and again when what was read leaves a
// doubt.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "query/fresh/index_refresh.h"
#include "query/search/around/facets.h"
#include "query/search/around/note_outline.h"
#include "query/search/search_request.h"
#include "query/search/show/hit.h"
#include "query/search/show/passage.h"

namespace notes {

template <class Read, class DoubtOf>
auto read_fresh(IndexRefresh& refresh, const Read& read, const DoubtOf& doubt_of) {
  refresh.look();
  auto value = read();
  if (refresh.after_reading(doubt_of(value))) value = read();
  return value;
}

IndexRefresh refresh_for(const SearchRequest& request);

// Leaves deleted notes out of the result and marks changed notes that could not be indexed again.
// Throws Error for a bad field value.
SearchResult run_search(const SearchRequest& request, IndexRefresh& refresh);
SearchResult run_search(const SearchRequest& request);  // with a refresh of its own

// The same, but runs `search_index` as the search.
SearchResult fresh_result(IndexRefresh& refresh, const std::function<SearchResult()>& search_index);

// `name` as for find_section.
std::optional<Passage> read_fresh_passage(IndexRefresh& refresh, const std::string& name,
                                          std::size_t max_bytes);

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path);

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchRequest& request,
                               std::span<const std::string_view> names);

}  // namespace notes

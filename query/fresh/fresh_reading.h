// SPDX-License-Identifier: GPL-2.0-or-later
// Reads from an index that is brought up to date first, and again when what was read leaves a
// doubt.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "query/fresh/index_refresh.h"
#include "query/fresh/search_command.h"
#include "query/search/around/facets.h"
#include "query/search/around/note_outline.h"
#include "query/search/show/passage.h"

namespace notes {

template <class Read, class DoubtOf>
auto read_fresh(IndexRefresh& refresh, const Read& read, const DoubtOf& doubt_of) {
  refresh.look();
  auto value = read();
  if (refresh.after_reading(doubt_of(value))) value = read();
  return value;
}

// `name` as for find_section.
std::optional<Passage> read_fresh_passage(IndexRefresh& refresh, const std::string& name,
                                          std::size_t max_bytes);

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path);

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchCommand& command,
                               std::span<const std::string_view> names);

}  // namespace notes

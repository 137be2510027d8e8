// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fresh/fresh_reading.h"

#include "common/index/open_index.h"
#include "query/search/search.h"

namespace notes {
namespace {

std::string remark_on_gone(std::size_t count) {
  if (count == 1) return "1 section is left out: its note cannot be found";
  return std::to_string(count) + " sections are left out: their notes cannot be found";
}

}  // namespace

IndexRefresh refresh_for(const SearchRequest& request) {
  const Pace pace = request.typing == Typing::partial ? Pace::each_key : Pace::single;
  return {request.index_directory, request.refresh, pace};
}

SearchResult run_search(const SearchRequest& request, IndexRefresh& refresh) {
  const ParsedQuery parsed = parse_request(request);
  return fresh_result(refresh, [&] { return search(parsed, request); });
}

SearchResult run_search(const SearchRequest& request) {
  IndexRefresh refresh = refresh_for(request);
  return run_search(request, refresh);
}

SearchResult fresh_result(IndexRefresh& refresh,
                          const std::function<SearchResult()>& search_index) {
  SearchResult result = read_fresh(refresh, search_index, [](const SearchResult& found) {
    const bool is_missing = found.hits.empty() || found.has_unknown_word;
    return found.stale ? Doubt::stale : is_missing ? Doubt::missing : Doubt::none;
  });
  result.stale = result.stale || refresh.is_behind();
  result.checked_all = refresh.looked_at_all_notes();
  if (result.gone > 0) result.notes_on_query.push_back(remark_on_gone(result.gone));
  if (std::string remark = refresh.remark(); !remark.empty())
    result.notes_on_query.push_back(std::move(remark));
  return result;
}

std::optional<Passage> read_fresh_passage(IndexRefresh& refresh, const std::string& name,
                                          std::size_t max_bytes) {
  const auto read = [&] {
    return with_index(refresh.index_directory(),
                      [&](const OpenIndex& index) { return find_passage(index, name, max_bytes); });
  };
  return read_fresh(refresh, read, [](const std::optional<Passage>& passage) {
    return !passage ? Doubt::missing : passage->hit.stale ? Doubt::stale : Doubt::none;
  });
}

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path) {
  const auto read = [&] {
    return with_index(refresh.index_directory(),
                      [&](const OpenIndex& index) { return read_outline(index, path); });
  };
  return read_fresh(refresh, read, [](const NoteOutline& outline) {
    return outline.sections.empty() ? Doubt::missing : outline.stale ? Doubt::stale : Doubt::none;
  });
}

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchRequest& request,
                               std::span<const std::string_view> names) {
  const ParsedQuery parsed = parse_request(request);
  const auto count = [&] {
    return with_index(refresh.index_directory(), [&](const OpenIndex& index) {
      return count_facets(index, parsed, request, names);
    });
  };
  return read_fresh(refresh, count, [](const FacetCounts& counts) {
    return counts.sections == 0 ? Doubt::missing : Doubt::none;
  });
}

}  // namespace notes

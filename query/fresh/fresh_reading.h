// SPDX-License-Identifier: GPL-2.0-or-later
// Reads from an index that is first brought up to date, and reads again if the result may be out of
// date.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/freshness.h"
#include "common/index/open_index.h"
#include "query/search/around/around.h"
#include "query/search/search.h"

namespace notes {

// Why the result of reading the index may be out of date.
enum class Doubt : std::uint8_t {
  none,
  missing,  // nothing was found, or a word is unknown
  stale,    // a note in the result has changed
};

// Refreshes the index before and after it is read, and tracks which notes were checked for changes.
class IndexRefresh {
 public:
  explicit IndexRefresh(const SearchRequest& request)
      : index_directory_(request.index_directory),
        mode_(request.refresh),
        typing_(request.typing) {}

  const std::string& index_directory() const { return index_directory_; }

  // Checks the notes; call it before each reading. While the user is typing, skips that if another
  // run has just done it.
  void look();

  // True if the index was refreshed and should be read again.
  bool after_reading(Doubt doubt);

  // `goes_on` is called every few milliseconds while notes-index runs; if it returns false, the
  // waiting ends. It must live as long as this is used.
  void while_waiting(std::function<bool()> goes_on) { goes_on_ = std::move(goes_on); }

  bool is_behind() const { return refreshed_.value_or(RefreshResult::done) != RefreshResult::done; }
  bool looked_at_all_notes() const { return looked_at_all_; }
  std::string remark() const;  // for the user; empty if all is well

 private:
  void look_at(Thoroughness thoroughness);
  void refresh();

  std::string index_directory_;
  RefreshMode mode_;
  Typing typing_;
  std::function<bool()> goes_on_ = [] { return true; };
  bool may_look_ = false;
  std::optional<RefreshResult> refreshed_;
  bool looked_at_all_ = false;
  std::vector<Diagnostic> unread_;
};

template <class Read, class DoubtOf>
auto read_fresh(IndexRefresh& refresh, const Read& read, const DoubtOf& doubt_of) {
  refresh.look();
  auto value = read();
  if (refresh.after_reading(doubt_of(value))) value = read();
  return value;
}

// The same for a function of the open index.
template <class Read, class DoubtOf>
auto read_fresh_index(IndexRefresh& refresh, const Read& read, const DoubtOf& doubt_of) {
  return read_fresh(
      refresh, [&] { return with_index(refresh.index_directory(), read); }, doubt_of);
}

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

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

  // Checks the notes and returns what `read` returns for the open index. Reads once more if there
  // is a doubt about that and the index was refreshed for it.
  template <class Read, class DoubtOf>
  auto read(const Read& read, const DoubtOf& doubt_of) {
    const auto read_index = [&](const OpenIndex& index) {
      if (may_look_ || refreshed_) unread_ = index.settings.unread;
      return read(index);
    };
    look();
    auto value = with_index(index_directory_, read_index);
    if (after_reading(doubt_of(value))) value = with_index(index_directory_, read_index);
    return value;
  }

  // `goes_on` is called every few milliseconds while notes-index runs; if it returns false, the
  // waiting ends. It must live as long as this is used.
  void while_waiting(std::function<bool()> goes_on) { goes_on_ = std::move(goes_on); }

  bool is_behind() const { return refreshed_.value_or(RefreshResult::done) != RefreshResult::done; }
  bool looked_at_all_notes() const { return looked_at_all_ && unread_.empty(); }
  std::string remark() const;  // for the user; empty if all is well

 private:
  void look();
  void look_at(Thoroughness thoroughness);
  void refresh();
  bool after_reading(Doubt doubt);  // true: the index was refreshed

  std::string index_directory_;
  RefreshMode mode_;
  Typing typing_;
  std::function<bool()> goes_on_ = [] { return true; };
  bool may_look_ = false;
  std::optional<RefreshResult> refreshed_;
  bool looked_at_all_ = false;  // at those that can be read
  std::vector<Diagnostic> unread_;
};

// Leaves deleted notes out of the result and marks changed notes that could not be indexed again.
// Throws Error for a bad field value.
SearchResult run_search(const SearchRequest& request, IndexRefresh& refresh);
SearchResult run_search(const SearchRequest& request);  // with a refresh of its own

// The same, but runs `search_index` as the search.
SearchResult fresh_result(IndexRefresh& refresh,
                          const std::function<SearchResult(const OpenIndex&)>& search_index);

// `name` as for find_section.
std::optional<Passage> read_fresh_passage(IndexRefresh& refresh, const std::string& name,
                                          std::size_t max_bytes);

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path);

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchRequest& request,
                               std::span<const std::string_view> names);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fresh/fresh_reading.h"

#include <array>
#include <chrono>
#include <thread>

namespace notes {
namespace {

using std::chrono::milliseconds;

// How long a user who has typed a query will wait for a refresh.
constexpr milliseconds kShortPatience{1'000};
constexpr milliseconds kLongPatience = std::chrono::hours{24};
constexpr milliseconds kBetweenTries{50};

// By RefreshResult.
constexpr std::array<std::string_view, 4> kRemarks{
    "", "notes have changed, and another process is writing the index: results may be out of date",
    "notes have changed, but the index could not be updated: run notes-index to see why",
    "notes have changed and are still being indexed: results may be out of date"};

std::string remark_on_gone(std::size_t count) {
  if (count == 1) return "1 section is left out: its note cannot be found";
  return std::to_string(count) + " sections are left out: their notes cannot be found";
}

}  // namespace

void IndexRefresh::look() {
  refreshed_.reset();
  looked_at_all_ = false;
  may_look_ = mode_ == RefreshMode::always ||
              (mode_ == RefreshMode::automatic &&
               (typing_ != Typing::partial || is_time_to_look(index_directory_)));
  look_at(Thoroughness::quick);
}

void IndexRefresh::look_at(Thoroughness thoroughness) {
  if (!may_look_) return;
  if (mode_ == RefreshMode::always) return refresh();
  const Look look = with_index(
      index_directory_, [&](const OpenIndex& index) { return look_at_notes(index, thoroughness); });
  looked_at_all_ = look.was_at_all_notes;
  if (look.changed) refresh();
}

void IndexRefresh::refresh() {
  const milliseconds patience = mode_ == RefreshMode::always ? kLongPatience : kShortPatience;
  refreshed_ = refresh_index(index_directory_, patience, goes_on_);
  while (mode_ == RefreshMode::always && refreshed_ == RefreshResult::busy && goes_on_()) {
    std::this_thread::sleep_for(kBetweenTries);
    refreshed_ = refresh_index(index_directory_, patience, goes_on_);
  }
  looked_at_all_ = !is_behind();
}

bool IndexRefresh::after_reading(Doubt doubt) {
  if (mode_ == RefreshMode::never || refreshed_ || doubt == Doubt::none) return false;
  if (doubt == Doubt::stale)
    refresh();
  else if (!looked_at_all_notes())
    look_at(Thoroughness::full);
  return refreshed_.has_value();
}

std::string IndexRefresh::remark() const {
  if (is_behind()) return std::string(kRemarks[static_cast<std::size_t>(*refreshed_)]);
  if (unread_.empty()) return "";
  const std::string others =
      unread_.size() > 1 ? " (and " + std::to_string(unread_.size() - 1) + " more places)" : "";
  return unread_.front().path + ": " + unread_.front().text + others +
         ": the index may be out of date there";
}

SearchResult run_search(const SearchRequest& request, IndexRefresh& refresh) {
  const ParsedQuery parsed = parse_request(request);
  return fresh_result(refresh,
                      [&](const OpenIndex& index) { return search(index, parsed, request); });
}

SearchResult run_search(const SearchRequest& request) {
  IndexRefresh refresh(request);
  return run_search(request, refresh);
}

SearchResult fresh_result(IndexRefresh& refresh,
                          const std::function<SearchResult(const OpenIndex&)>& search_index) {
  SearchResult result = refresh.read(search_index, [](const SearchResult& found) {
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
  return refresh.read(
      [&](const OpenIndex& index) { return find_passage(index, name, max_bytes); },
      [](const std::optional<Passage>& passage) {
        return !passage ? Doubt::missing : passage->hit.stale ? Doubt::stale : Doubt::none;
      });
}

NoteOutline read_fresh_outline(IndexRefresh& refresh, const std::string& path) {
  return refresh.read([&](const OpenIndex& index) { return read_outline(index, path); },
                      [](const NoteOutline& outline) {
                        if (outline.sections.empty()) return Doubt::missing;
                        return outline.stale ? Doubt::stale : Doubt::none;
                      });
}

FacetCounts count_fresh_facets(IndexRefresh& refresh, const SearchRequest& request,
                               std::span<const std::string_view> names) {
  const ParsedQuery parsed = parse_request(request);
  return refresh.read(
      [&](const OpenIndex& index) { return count_facets(index, parsed, request, names); },
      [](const FacetCounts& counts) {
        return counts.sections == 0 ? Doubt::missing : Doubt::none;
      });
}

}  // namespace notes

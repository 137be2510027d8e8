// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/index_refresh.h"

#include <chrono>
#include <utility>

#include "common/index/freshness.h"
#include "common/index/open_index.h"

namespace notes {
namespace {

using std::chrono::milliseconds;

// What somebody who types a query will wait for an index to catch up.
constexpr milliseconds kShortPatience{1'000};
constexpr milliseconds kLongPatience{600'000};

std::string_view remark_on(RefreshResult refreshed) {
  switch (refreshed) {
    case RefreshResult::done:
      return "";
    case RefreshResult::busy:
      return "notes changed, and another process is writing the index: results may be old";
    case RefreshResult::impossible:
      return "notes changed, and the index could not be brought up to date: run notes-index to see "
             "why";
    case RefreshResult::timed_out:
      return "notes changed, and indexing them goes on in the background: results may be old";
  }
  return "";
}

}  // namespace

IndexRefresh::IndexRefresh(std::string index_directory, RefreshMode mode)
    : index_directory_(std::move(index_directory)), mode_(mode) {
  const bool wanted = mode == RefreshMode::always || (mode == RefreshMode::automatic &&
                                                      with_index(index_directory_, notes_changed));
  if (wanted) refresh();
}

bool IndexRefresh::after_stale_reading() {
  if (mode_ == RefreshMode::never || refreshed_) return false;
  refresh();
  return true;
}

void IndexRefresh::refresh() {
  const bool patient = mode_ == RefreshMode::always;
  const auto result = refresh_index(index_directory_, patient ? kLongPatience : kShortPatience);
  refreshed_ = true;
  is_behind_ = result != RefreshResult::done;
  remark_ = remark_on(result);
}

}  // namespace notes

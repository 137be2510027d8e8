// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/fresh/index_refresh.h"

#include <chrono>
#include <thread>

#include "common/index/open_index.h"

namespace notes {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

// How long a user who has typed a query will wait for a refresh.
constexpr milliseconds kShortPatience{1'000};
constexpr milliseconds kLongPatience = std::chrono::hours{24};
constexpr milliseconds kBetweenTries{50};

std::string_view remark_on(RefreshResult refreshed) {
  switch (refreshed) {
    case RefreshResult::done:
      return "";
    case RefreshResult::busy:
      return "notes have changed, and another process is writing the index: results may be out of "
             "date";
    case RefreshResult::impossible:
      return "notes have changed, but the index could not be updated: run notes-index to see "
             "why";
    case RefreshResult::timed_out:
      return "notes have changed and are still being indexed: results may be out of date";
  }
  return "";
}

}  // namespace

void IndexRefresh::look() {
  refreshed_.reset();
  is_behind_ = looked_at_all_ = false;
  may_look_ = mode_ == RefreshMode::always ||
              (mode_ == RefreshMode::automatic &&
               (pace_ == Pace::single || is_time_to_look(index_directory_)));
  look_at(Thoroughness::quick);
}

void IndexRefresh::look_at(Thoroughness thoroughness) {
  if (!may_look_) return;
  if (mode_ == RefreshMode::always) return refresh();
  const Look look = with_index(
      index_directory_, [&](const OpenIndex& index) { return look_at_notes(index, thoroughness); });
  unread_ = look.unread;
  looked_at_all_ = look.was_at_all_notes && unread_.empty();
  if (look.changed) refresh();
}

bool IndexRefresh::after_reading(Doubt doubt) {
  if (mode_ == RefreshMode::never || refreshed_ || doubt == Doubt::none) return false;
  if (doubt == Doubt::stale)
    refresh();
  else if (!looked_at_all_)
    look_at(Thoroughness::full);
  return refreshed_.has_value();
}

void IndexRefresh::refresh() {
  const Clock::time_point began = Clock::now();
  const milliseconds patience = mode_ == RefreshMode::always ? kLongPatience : kShortPatience;
  refreshed_ = refresh_index(index_directory_, patience, goes_on_);
  while (mode_ == RefreshMode::always && refreshed_ == RefreshResult::busy &&
         Clock::now() < began + patience && goes_on_()) {
    std::this_thread::sleep_for(kBetweenTries);
    refreshed_ = refresh_index(index_directory_, patience, goes_on_);
  }
  is_behind_ = refreshed_ != RefreshResult::done;
  unread_ = with_index(index_directory_, [](const OpenIndex& i) { return i.settings.unread; });
  looked_at_all_ = !is_behind_ && unread_.empty();
}

std::string IndexRefresh::remark() const {
  if (is_behind_) return std::string(remark_on(*refreshed_));
  if (unread_.empty()) return "";
  const std::string others =
      unread_.size() > 1 ? " (and " + std::to_string(unread_.size() - 1) + " more places)" : "";
  return unread_.front().path + ": " + unread_.front().text + others +
         ": the index may be out of date there";
}

}  // namespace notes

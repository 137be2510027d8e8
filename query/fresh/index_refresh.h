// SPDX-License-Identifier: GPL-2.0-or-later
// Refreshes the index before and after a command reads it, and tracks which notes were checked for
// changes.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/index/freshness.h"
#include "query/search/search_request.h"

namespace notes {

enum class Pace : std::uint8_t { single, each_key };

// Why the result of reading the index may be out of date.
enum class Doubt : std::uint8_t {
  none,
  missing,  // nothing was found, or a word is unknown
  stale,    // a note in the result has changed
};

class IndexRefresh {
 public:
  IndexRefresh(std::string index_directory, RefreshMode mode, Pace pace = Pace::single)
      : index_directory_(std::move(index_directory)), mode_(mode), pace_(pace) {}

  const std::string& index_directory() const { return index_directory_; }

  // Checks the notes; call it before each reading. With Pace::each_key, skips that if another run
  // has just done it.
  void look();

  // True if the index was refreshed and should be read again.
  bool after_reading(Doubt doubt);

  // `goes_on` is called every few milliseconds while notes-index runs; if it returns false, the
  // waiting ends. It must live as long as this is used.
  void while_waiting(std::function<bool()> goes_on) { goes_on_ = std::move(goes_on); }

  bool is_behind() const { return is_behind_; }
  bool looked_at_all_notes() const { return looked_at_all_; }
  std::string remark() const;  // for the user; empty if all is well

 private:
  void look_at(Thoroughness thoroughness);
  void refresh();

  std::string index_directory_;
  RefreshMode mode_;
  Pace pace_;
  std::function<bool()> goes_on_ = [] { return true; };
  bool may_look_ = false;
  std::optional<RefreshResult> refreshed_;
  bool is_behind_ = false;
  bool looked_at_all_ = false;
  std::vector<Diagnostic> unread_;
};

}  // namespace notes

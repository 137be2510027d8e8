// SPDX-License-Identifier: GPL-2.0-or-later
// Brings the index up to date around a reading of it, as far as the user wants to wait, and knows
// what of the notes was looked at.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "common/index/freshness.h"

namespace notes {

enum class RefreshMode : std::uint8_t { automatic, always, never };

enum class Pace : std::uint8_t { single, each_key };

// What a reading of the index leaves to be asked.
enum class Doubt : std::uint8_t {
  none,
  missing,  // it found nothing, or does not know a word
  stale,    // it met a note that changed
};

class IndexRefresh {
 public:
  // Looks at once; where a program is started at each key, unless another just did.
  IndexRefresh(std::string index_directory, RefreshMode mode, Pace pace = Pace::single);

  // For a program that reads the index again and again: looks unless it did a second ago.
  void look_again();

  // True when it is worth reading again.
  bool after_reading(Doubt doubt);

  bool is_behind() const { return is_behind_; }
  bool looked_at_all_notes() const { return looked_at_all_; }
  std::string remark() const;  // for the user; empty when all is well

 private:
  void look(Thoroughness thoroughness);
  void refresh();

  std::string index_directory_;
  RefreshMode mode_;
  bool may_look_;
  std::chrono::steady_clock::time_point looked_at_time_;
  std::optional<RefreshResult> refreshed_;
  bool is_behind_ = false;
  bool looked_at_all_ = false;
  std::vector<Diagnostic> unread_;
};

}  // namespace notes

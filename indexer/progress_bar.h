// SPDX-License-Identifier: GPL-2.0-or-later
// Shows the progress of a run on stderr: a bar on a terminal, a plain line every few seconds
// elsewhere. Silent until the first line is due; on a terminal, for half a second.
#pragma once

#include <chrono>
#include <mutex>
#include <string>

#include "indexer/index_job.h"

namespace notes {

enum class ProgressStyle : unsigned char { none, lines, bar };

// "221 of 4748 notes, 4.1 MB/s, 11 s left"
std::string progress_text(const Progress& progress, double seconds);

// The same after a bar, in less than `width` columns.
std::string progress_bar(const Progress& progress, double seconds, int width);

class ProgressBar {
 public:
  explicit ProgressBar(ProgressStyle style);
  ~ProgressBar();  // clears the bar
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const Progress& progress);  // from any thread

 private:
  using Clock = std::chrono::steady_clock;

  ProgressStyle style_;
  std::mutex mutex_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
  bool drawn_ = false;
};

}  // namespace notes

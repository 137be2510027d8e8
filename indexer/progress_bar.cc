// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress_bar.h"

#include <cmath>
#include <cstdio>
#include <string>

namespace notes {
namespace {

constexpr auto kBarInterval = std::chrono::milliseconds(100);
constexpr auto kLineInterval = std::chrono::seconds(5);
constexpr int kBarCells = 24;
constexpr double kMegabyte = 1e6;

// By bytes where they are known: notes differ in size by a factor of a thousand.
double part_done(const Progress& progress) {
  if (progress.total_bytes > 0)
    return static_cast<double>(progress.bytes) / static_cast<double>(progress.total_bytes);
  if (progress.total_notes == 0) return 1;
  return static_cast<double>(progress.notes) / static_cast<double>(progress.total_notes);
}

std::string bar_of(double part) {
  const int full = static_cast<int>(part * kBarCells);
  std::string bar;
  for (int cell = 0; cell < kBarCells; ++cell) bar += cell < full ? "█" : "░";
  return bar;
}

}  // namespace

ProgressBar::~ProgressBar() {
  if (drawn_ && style_ == ProgressStyle::bar) std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(const Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  const std::lock_guard guard(mutex_);
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + (style_ == ProgressStyle::bar ? Clock::duration(kBarInterval)
                                              : Clock::duration(kLineInterval));
  draw(progress, std::chrono::duration<double>(now - start_).count());
}

void ProgressBar::draw(const Progress& progress, double seconds) {
  const double part = part_done(progress);
  const double rate = static_cast<double>(progress.bytes) / kMegabyte / seconds;
  const double remaining = part > 0 ? seconds / part - seconds : 0;
  drawn_ = true;
  if (style_ == ProgressStyle::bar) std::fprintf(stderr, "\r\033[K%s ", bar_of(part).c_str());
  std::fprintf(stderr, "%llu of %llu notes", static_cast<unsigned long long>(progress.notes),
               static_cast<unsigned long long>(progress.total_notes));
  if (progress.total_bytes > 0)
    std::fprintf(stderr, ", %.1f MB/s, %.0f s left", rate, std::ceil(remaining));
  if (style_ == ProgressStyle::lines) std::fputs("\n", stderr);
  std::fflush(stderr);
}

}  // namespace notes

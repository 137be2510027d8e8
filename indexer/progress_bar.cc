// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "common/environment.h"

namespace notes {
namespace {

constexpr std::chrono::milliseconds kFirstBarAfter{500};
constexpr std::chrono::milliseconds kBarInterval{100};
constexpr std::chrono::milliseconds kLineInterval{5'000};
constexpr std::size_t kMaxBarCells = 24;
constexpr std::size_t kMinBarCells = 4;
constexpr double kMegabyte = 1e6;
constexpr double kManySeconds = 100;

// Counts bytes: notes differ in size by a factor of a thousand.
double part_done(const Progress& progress) {
  if (progress.total_bytes == 0) return 1;
  return static_cast<double>(progress.bytes) / static_cast<double>(progress.total_bytes);
}

std::string bar_of(double part, std::size_t cells) {
  const auto full = static_cast<std::size_t>(part * static_cast<double>(cells));
  std::string bar;
  for (std::size_t cell = 0; cell < cells; ++cell) bar += cell < full ? "█" : "░";
  return bar;
}

std::string rate_and_rest(const Progress& progress, double seconds) {
  const double part = part_done(progress);
  const double rate = static_cast<double>(progress.bytes) / kMegabyte / seconds;
  const double rest = part > 0 ? std::ceil(seconds / part - seconds) : 0;
  std::array<char, 64> text{};
  const bool is_soon = rest < kManySeconds;
  std::snprintf(text.data(), text.size(), ", %.1f MB/s, %.0f %s left", rate,
                is_soon ? rest : std::ceil(rest / 60), is_soon ? "s" : "min");
  return text.data();
}

}  // namespace

std::string progress_text(const Progress& progress, double seconds) {
  const std::string counts =
      std::to_string(progress.notes) + " of " + std::to_string(progress.total_notes) + " notes";
  if (progress.notes == progress.total_notes) return counts + " read, finishing";
  return progress.total_bytes > 0 ? counts + rate_and_rest(progress, seconds) : counts;
}

std::string progress_bar(const Progress& progress, double seconds, int width) {
  // Leave the last column free: some terminals wrap when it is filled.
  const auto columns = static_cast<std::size_t>(std::max(width, 1)) - 1;
  std::string text = progress_text(progress, seconds).substr(0, columns);
  const std::size_t beside = columns - text.size();
  if (beside <= kMinBarCells) return text;
  return bar_of(part_done(progress), std::min(beside - 1, kMaxBarCells)) + " " + text;
}

ProgressBar::ProgressBar(ProgressStyle style)
    : style_(style),
      next_(start_ + (style == ProgressStyle::bar ? kFirstBarAfter : kLineInterval)) {}

ProgressBar::~ProgressBar() {
  if (drawn_ && style_ == ProgressStyle::bar) std::fputs("\r\033[K", stderr);
}

void ProgressBar::show(const Progress& progress) {
  if (style_ == ProgressStyle::none) return;
  const std::lock_guard guard(mutex_);
  const auto now = Clock::now();
  const bool is_last = drawn_ && progress.notes == progress.total_notes;
  if (now < next_ && !is_last) return;
  next_ = now + (style_ == ProgressStyle::bar ? kBarInterval : kLineInterval);
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line = style_ == ProgressStyle::bar
                               ? "\r\033[K" + progress_bar(progress, seconds, terminal_width())
                               : progress_text(progress, seconds) + "\n";
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/folder_watcher.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <utility>

namespace notes {
namespace {

using std::chrono::milliseconds;

// Rounded up: a poll that ended just before its time would only need another.
int poll_timeout_ms(std::chrono::steady_clock::duration duration) {
  const auto rounded = std::chrono::ceil<milliseconds>(duration);
  return static_cast<int>(std::clamp(rounded, milliseconds(0), milliseconds(3'600'000)).count());
}

}  // namespace

FolderWatcher::FolderWatcher(std::vector<Root> roots)
    : stop_event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      mounts_(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)),
      watches_(std::move(roots)),
      last_poll_(Clock::now()) {
  if (!stop_event_.is_open())
    throw Error(ExitCode::failure, std::string("cannot watch: ") + std::strerror(errno),
                "close other programs, or raise the limit of open files with ulimit -n");
  watches_.refresh();
}

void FolderWatcher::watch(std::vector<Root> roots) {
  watches_ = RootWatches(std::move(roots));
  pending_ = {};
  failure_is_told_ = false;
  watches_.refresh();
}

void FolderWatcher::request_stop() noexcept {
  const int error_number = errno;  // of the interrupted code
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(stop_event_.number(), &one, sizeof one);
  errno = error_number;
}

Changes FolderWatcher::wait(const WaitLimits& limits) {
  const auto deadline = limits.timeout ? Clock::now() + *limits.timeout : Clock::time_point::max();
  while (sleep_until(next_wake(limits, deadline))) {
    if (!watches_.failure()) add(watches_.take_events());
    take_poll_turn(limits);
    if (burst_is_over(limits)) {
      Changes changes = settle();
      if (!changes.empty()) return changes;
    }
    if (Clock::now() >= deadline) return {};
  }
  Changes stopped;
  stopped.stopped = true;
  return stopped;
}

FolderWatcher::Clock::time_point FolderWatcher::next_wake(const WaitLimits& limits,
                                                          Clock::time_point deadline) const {
  auto wake = deadline;
  if (watches_.failure() && !failure_is_told_) return Clock::now();
  if (must_poll()) wake = std::min(wake, last_poll_ + limits.poll_every);
  if (!pending_.empty()) wake = std::min(wake, end_of_burst(limits));
  return wake;
}

// Also wakes for events. False if a stop was requested.
bool FolderWatcher::sleep_until(Clock::time_point wake) {
  // poll() ignores a negative descriptor.
  std::array<pollfd, 3> wanted{{{stop_event_.number(), POLLIN, 0},
                                {watches_.descriptor(), POLLIN, 0},
                                {mounts_.number(), POLLPRI, 0}}};
  const auto now = Clock::now();
  const auto rest = wake > now ? wake - now : Clock::duration::zero();
  const int ready = ::poll(wanted.data(), wanted.size(), poll_timeout_ms(rest));
  // Mounting a disk on a watched folder sends no event, but now there are other folders.
  if (ready > 0 && wanted[2].revents != 0) add({.changed = false, .must_walk = true});
  return ready <= 0 || wanted[0].revents == 0;
}

void FolderWatcher::add(const PendingChanges& taken) {
  if (taken.empty()) return;
  last_change_ = Clock::now();
  if (pending_.empty()) first_change_ = last_change_;
  pending_.changed |= taken.changed;
  pending_.must_walk |= taken.must_walk;
}

// Polls what has no watch. There is no burst to wait for.
void FolderWatcher::take_poll_turn(const WaitLimits& limits) {
  if (!must_poll() || Clock::now() < last_poll_ + limits.poll_every) return;
  last_poll_ = Clock::now();
  pending_.must_walk |= watches_.has_returned_roots();
  pending_.changed |= watches_.failure().has_value();
}

FolderWatcher::Clock::time_point FolderWatcher::end_of_burst(const WaitLimits& limits) const {
  return std::min(last_change_ + limits.quiet, first_change_ + limits.longest);
}

bool FolderWatcher::burst_is_over(const WaitLimits& limits) const {
  if (watches_.failure() && !failure_is_told_) return true;
  return !pending_.empty() && Clock::now() >= end_of_burst(limits);
}

Changes FolderWatcher::settle() {
  const PendingChanges settled = std::exchange(pending_, {});
  Changes changes;
  changes.changed = settled.changed;
  if (settled.must_walk) changes.changed |= watches_.refresh();
  if (watches_.failure() && !failure_is_told_) {
    failure_is_told_ = true;
    changes.changed = true;
    changes.diagnostics.push_back(*watches_.failure());
  }
  return changes;
}

}  // namespace notes

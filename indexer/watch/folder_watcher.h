// SPDX-License-Identifier: GPL-2.0-or-later
// Watches roots for changes through inotify: every folder that a walk would enter, and new ones as
// they appear. Says that notes may have changed; the caller walks and indexes them. Misses changes
// that the kernel does not see (made by another machine on a network disk).
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "common/descriptor.h"
#include "indexer/watch/root_watches.h"

namespace notes {

struct WaitLimits {
  std::chrono::milliseconds quiet{100};        // changes come in bursts: wait until one is over,
  std::chrono::milliseconds longest{500};      // but at most this long after its first change
  std::chrono::milliseconds poll_every{2000};  // for what cannot be watched
  std::optional<std::chrono::milliseconds> timeout;
};

struct Changes {
  bool changed = false;
  bool stopped = false;
  std::vector<Diagnostic> diagnostics;
  bool empty() const { return !changed && !stopped && diagnostics.empty(); }
};

class FolderWatcher {
 public:
  // Nothing is missed from here on, so construct it before the first walk. Waits for a root that
  // does not exist. If the system grants too few watches, the next wait() says so at once, with the
  // remedy. From then on, a wait ends every `poll_every`.
  explicit FolderWatcher(std::vector<Root> roots = {});

  // Watches these roots instead of the earlier ones.
  void watch(std::vector<Root> roots);

  // Returns after a burst of changes, after request_stop(), or with nothing at the timeout. It is a
  // change if a root disappears or comes back.
  Changes wait(const WaitLimits& limits);

  // Ends this and every later wait(). May be called from a signal handler or another thread.
  void request_stop() noexcept;

 private:
  using Clock = std::chrono::steady_clock;

  Clock::time_point next_wake(const WaitLimits& limits, Clock::time_point deadline) const;
  bool sleep_until(Clock::time_point wake);
  void add(const PendingChanges& taken);
  void take_poll_turn(const WaitLimits& limits);
  bool must_poll() const { return watches_.failure().has_value() || watches_.has_absent_roots(); }
  bool burst_is_over(const WaitLimits& limits) const;
  Clock::time_point end_of_burst(const WaitLimits& limits) const;
  Changes settle();

  Descriptor stop_event_;
  Descriptor mounts_;  // signals when one comes or goes
  RootWatches watches_;
  bool failure_is_told_ = false;
  PendingChanges pending_;
  Clock::time_point first_change_;  // of the pending changes
  Clock::time_point last_change_;
  Clock::time_point last_poll_;
};

}  // namespace notes

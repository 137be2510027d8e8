// SPDX-License-Identifier: GPL-2.0-or-later
// Watches roots for changes through inotify: every folder that a walk would enter, and new ones as
// they appear. Says that notes may have changed; the caller walks and indexes them. Misses changes
// that the kernel does not see (made by another machine on a network disk).
#pragma once

#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/small_file.h"
#include "indexer/scan/note_finder.h"

namespace notes {

enum class WatchKind : std::uint8_t {
  folder,          // rel_path: the folder
  folder_of_root,  // the folder that holds a root that is a file; rel_path: the file's name
  link_target,     // rel_path: the note that is a link
};

// A place that is watched. Several may share a number: roots overlap, and links lead to the same
// file.
struct Watch {
  int number = -1;
  WatchKind kind = WatchKind::folder;
  std::size_t root = 0;  // index among the watched roots
  std::string rel_path;
  auto operator<=>(const Watch&) const = default;
};

struct WatchEvent {
  int watch = -1;          // -1 for an event of the queue itself
  std::uint32_t mask = 0;  // IN_...
  std::string name;        // in the watched folder; empty for the watched place itself
};

// Parses what a read of the kernel's queue returned. Leaves out an incomplete event at the end.
std::vector<WatchEvent> parse_events(std::string_view bytes);

struct Changes {
  bool changed = false;
  bool stopped = false;
  bool must_walk = false;  // while they are pending: to find out which folders exist now
  std::vector<Diagnostic> diagnostics = {};
  bool empty() const { return !changed && !stopped && !must_walk && diagnostics.empty(); }
};

// Adds to `pending` what the event says about a watched place. Adds too much rather than too
// little: the next walk finds out whether a note is new, ignored or unchanged.
void read_event(const WatchEvent& event, const Watch& watch, const Root& root, Changes& pending);

struct WaitLimits {
  std::chrono::milliseconds quiet{100};        // changes come in bursts: wait until one is over,
  std::chrono::milliseconds longest{500};      // but at most this long after its first change
  std::chrono::milliseconds poll_every{2000};  // for what cannot be watched
  std::optional<std::chrono::milliseconds> timeout;
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

  bool sleep_until(Clock::time_point wake);
  void take_events();
  void add(const Changes& taken);
  void take_poll_turn(const WaitLimits& limits);
  bool must_poll() const { return !queue_.is_open() || !absent_roots_.empty(); }

  bool refresh();
  void watch_root(std::size_t root);
  void watch_place(const std::string& path, Watch watch);
  void give_up(const std::string& path, int error_number);

  Descriptor stop_event_;
  Descriptor mounts_;  // signals when one comes or goes
  std::vector<Root> roots_;
  Descriptor queue_;                    // of inotify; closed if the system grants too few watches
  std::vector<Watch> watches_;          // sorted
  std::set<std::size_t> absent_roots_;  // that could not be walked when they were last refreshed
  Changes pending_;
  Clock::time_point first_change_;  // of the pending changes
  Clock::time_point last_change_;
  Clock::time_point last_poll_ = Clock::now();
};

}  // namespace notes

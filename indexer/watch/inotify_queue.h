// SPDX-License-Identifier: GPL-2.0-or-later
// The kernel's queue of file events: its descriptor, its watches, its bytes taken apart. What an
// event means for notes is watch_map's job.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/descriptor.h"

namespace notes {

struct WatchEvent {
  int watch = -1;          // -1 for an event of the queue itself
  std::uint32_t mask = 0;  // IN_...
  std::string name;        // in the watched folder; empty when it is the watched place itself
};

// Takes apart what read() gave. A cut-off event at the end is left out.
std::vector<WatchEvent> parse_events(std::string_view bytes);

class InotifyQueue {
 public:
  // Opens the queue; when the system refuses, is_open() is false and errno says why.
  InotifyQueue();

  bool is_open() const { return descriptor_.is_open(); }
  int descriptor() const { return descriptor_.number(); }
  void close() { descriptor_.close(); }

  // The number of the watch, the same for the same file or folder, or -1 and errno. Links are
  // followed.
  int watch_folder(const std::string& path);
  int watch_file(const std::string& path);
  void unwatch(int watch);

  // Events that wait, as many as one read gives; does not block.
  std::vector<WatchEvent> read_events();

 private:
  Descriptor descriptor_;
};

}  // namespace notes

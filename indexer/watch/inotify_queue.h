// SPDX-License-Identifier: GPL-2.0-or-later
// The kernel's queue of file events: its descriptor, its watches, and the parsing of its bytes.
// watch_map decides what an event means for notes.
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
  std::string name;        // in the watched folder; empty for the watched place itself
};

// Parses what read() returned. Leaves out an incomplete event at the end.
std::vector<WatchEvent> parse_events(std::string_view bytes);

class InotifyQueue {
 public:
  // Opens the queue. If the system refuses, is_open() is false and errno says why.
  InotifyQueue();

  bool is_open() const { return descriptor_.is_open(); }
  int descriptor() const { return descriptor_.number(); }
  void close() { descriptor_.close(); }

  // The number of the watch, the same for the same file or folder, or -1 and errno. Follows links.
  int watch_folder(const std::string& path);
  int watch_file(const std::string& path);
  void unwatch(int watch);

  // Waiting events, as many as one read returns. Does not block.
  std::vector<WatchEvent> read_events();

 private:
  Descriptor descriptor_;
};

}  // namespace notes

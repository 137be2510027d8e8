// SPDX-License-Identifier: GPL-2.0-or-later
// What a watcher tells next, as text to compare.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "indexer/watch/folder_watcher.h"

namespace notes {

// Short bursts keep the tests quick; the timeout is only reached by a test that fails.
inline const WaitLimits kLimits{.quiet = std::chrono::milliseconds(20),
                                .longest = std::chrono::milliseconds(300),
                                .poll_every = std::chrono::milliseconds(50),
                                .timeout = std::chrono::seconds(5)};
inline const WaitLimits kNothingExpected{.quiet = std::chrono::milliseconds(20),
                                         .longest = std::chrono::milliseconds(300),
                                         .poll_every = std::chrono::milliseconds(50),
                                         .timeout = std::chrono::milliseconds(150)};

inline std::string text_of(const Changes& changes) {
  std::string text = changes.changed ? "changed " : "";
  if (changes.stopped) text += "stopped ";
  return text;
}

inline std::string next(FolderWatcher& watcher) {
  return text_of(watcher.wait(kLimits));
}
inline std::string nothing(FolderWatcher& watcher) {
  return text_of(watcher.wait(kNothingExpected));
}

inline std::vector<Root> roots_at(const std::vector<std::string>& paths) {
  std::vector<Root> roots;
  for (const std::string& path : paths) roots.push_back({.path = path});
  return roots;
}

}  // namespace notes

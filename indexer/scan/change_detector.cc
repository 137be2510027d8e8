// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/scan/change_detector.h"

#include <chrono>

namespace notes {
namespace {

constexpr std::int64_t kCoarsestTimeStepNs = 2'000'000'000;

}  // namespace

NoteChanges detect_changes(const std::vector<FoundNote>& found,
                           const std::vector<KnownNote>& known) {
  NoteChanges changes;
  auto old = known.begin();
  for (const FoundNote& note : found) {
    for (; old != known.end() && old->rel_path < note.rel_path; ++old)
      changes.removed.push_back(old->rel_path);
    if (old == known.end() || old->rel_path != note.rel_path) {
      changes.added.push_back(note);
      continue;
    }
    if (old->recheck || old->stamp != note.stamp)
      changes.changed.push_back(note);
    else
      ++changes.unchanged;
    ++old;
  }
  for (; old != known.end(); ++old) changes.removed.push_back(old->rel_path);
  return changes;
}

bool time_is_uncertain(std::int64_t mtime_ns, std::int64_t read_at_ns) {
  return mtime_ns > read_at_ns - kCoarsestTimeStepNs && mtime_ns < read_at_ns + kCoarsestTimeStepNs;
}

std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

}  // namespace notes

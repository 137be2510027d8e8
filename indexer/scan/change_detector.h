// SPDX-License-Identifier: GPL-2.0-or-later
// Compares what stands below a root with what the index knows of it. Pure: reads no file; whether
// the contents of a changed note really differ is for its reader to find out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/index/file_stamp.h"
#include "indexer/scan/note_finder.h"

namespace notes {

struct KnownNote {
  std::string rel_path;
  FileStamp stamp;
  bool recheck = false;  // its stamp proves nothing: see time_is_uncertain
};

struct NoteChanges {
  std::vector<FoundNote> added;
  std::vector<FoundNote> changed;  // another stamp, or known with `recheck`
  std::vector<std::string> removed;
  std::size_t unchanged = 0;
};

// Both lists in byte order of rel_path, each path once; so are the results.
NoteChanges detect_changes(const std::vector<FoundNote>& found,
                           const std::vector<KnownNote>& known);

// What was written within 2 s of being read may be written again without a change of its time: file
// systems count time in steps of up to 2 s (FAT). Times are nanoseconds since 1970.
bool time_is_uncertain(std::int64_t mtime_ns, std::int64_t read_at_ns);

std::int64_t now_ns();

}  // namespace notes

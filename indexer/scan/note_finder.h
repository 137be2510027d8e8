// SPDX-License-Identifier: GPL-2.0-or-later
// Walks a root and returns what an index must know of it: each note with its stamp and each folder
// with its time, in byte order of their paths. Opens no note. What is left out, and who may say so:
// ignore_scope.h.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/file_stamp.h"
#include "indexer/scan/find_rules.h"

namespace notes {

struct FoundNote {
  std::string rel_path;  // bytes as the file system has them, UTF-8 or not
  FileStamp stamp;       // of the file itself when the note is a link
  bool is_link = false;
};

struct FoundFolder {
  std::string rel_path;       // "" for the root itself
  std::int64_t mtime_ns = 0;  // from before the folder was listed
};

// An ignore file. Written in place it changes what is a note, and no folder's time.
struct FoundRules {
  std::string path;           // below the root; absolute when the file stands above it
  std::int64_t mtime_ns = 0;  // from before it was read
};

struct Found {
  std::vector<FoundNote> notes;
  std::vector<FoundFolder> folders;  // each folder that was walked; none when the root is a file
  std::vector<FoundRules> rules;     // each ignore file that was read
};

// Files and folders below a root, each with all that is in it; none = the whole root.
using Places = std::set<std::string>;

// `root_path` is absolute. A root that is a file is taken whatever its name; its rel_path is that
// name. Links to files are followed; links to folders too, unless the folder is walked anyway, so
// that no folder is walked twice. What cannot be read gets a diagnostic, marked unread, and the
// walk goes on; a root that is absent or cannot be read throws Error (failure).
Found find_notes(const std::string& root_path, const FindRules& rules,
                 std::vector<Diagnostic>& diagnostics, const Places& places = {});

}  // namespace notes

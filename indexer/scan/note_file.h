// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of one note, and where they come from. Never writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/catalog.h"

namespace notes {

struct NoteFile {
  std::uint32_t root = 0;          // number of the root in the index settings
  std::string root_path;           // absolute; the note itself if the root is a file
  std::string rel_path;            // below the root, '/' between parts
  std::string path;                // absolute
  std::string bytes;               // as on disk: BOM, CR and bad UTF-8 included; UTF-16 as UTF-8
  FileStamp stamp;                 // of the descriptor the bytes were read from
  std::uint64_t content_hash = 0;  // XXH3 of bytes
};

// Reads a whole note, and again if it changed meanwhile. Nothing if it no longer exists. Nothing
// and a diagnostic if it cannot be read (marked unread), is not a regular file, is too large, or is
// binary (a NUL byte in the first 8 kB). A note with bad UTF-8 is read, and a diagnostic names the
// line.
std::optional<NoteFile> read_note(const Root& root, const std::string& rel_path,
                                  std::vector<Diagnostic>& diagnostics);

}  // namespace notes

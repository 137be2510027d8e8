// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of one note, and where they come from. Never writes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/file_stamp.h"

namespace notes {

struct NoteFile {
  std::uint32_t root = 0;          // number of the root in the index settings
  std::string root_path;           // absolute; the note itself if the root is a file
  std::string rel_path;            // below the root, '/' between parts
  std::string bytes;               // as on disk: BOM, CR and bad UTF-8 included; UTF-16 as UTF-8
  FileStamp stamp;                 // of the descriptor the bytes were read from
  std::uint64_t content_hash = 0;  // XXH3 of bytes
};

// Reads a whole note, and once more if it changed meanwhile. Nothing if it no longer exists.
// Nothing, and one diagnostic, if it cannot be read (marked unread), is not a regular file, or is
// binary (a NUL byte in the first 8 kB). A note with bad UTF-8 is read, with a diagnostic that
// names the line.
std::optional<NoteFile> read_note(std::uint32_t root, const std::string& root_path,
                                  const std::string& rel_path,
                                  std::vector<Diagnostic>& diagnostics);

// Absolute path of a note below a root; the root itself if that is the note's file.
std::string note_path(const std::string& root_path, const std::string& rel_path);

}  // namespace notes

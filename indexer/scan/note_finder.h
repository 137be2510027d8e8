// SPDX-License-Identifier: GPL-2.0-or-later
// Walks a root and returns what an index needs: each note with its stamp and each folder with its
// time, in byte order of their paths. ignore_scope.h says what is left out. The walk opens no note;
// read_note reads the bytes of one. Never writes.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/catalog.h"

namespace notes {

bool has_extension(std::string_view name, std::string_view extension);

// md, markdown, mdx, txt, or one of those that the user chose for the root.
bool has_note_extension(std::string_view name, const Root& root);

struct FoundNote {
  std::string rel_path;  // bytes as the file system has them, UTF-8 or not
  FileStamp stamp;       // of the target if the note is a link
  bool is_link = false;
};

// A folder or an ignore file. Writing an ignore file in place changes which files are notes, but no
// folder's time.
struct FoundPlace {
  std::string rel_path;       // "" for the root; absolute for an ignore file above it
  std::int64_t mtime_ns = 0;  // taken before it was listed or read
};

struct Found {
  std::vector<FoundNote> notes;
  std::vector<FoundPlace> folders;  // every walked folder; none if the root is a file
  std::vector<FoundPlace> rules;    // each ignore file that was read
};

// Files and folders below a root, each with everything in it; empty means the whole root.
using Places = std::set<std::string>;

// A root that is a file is a note whatever its name, which is then its rel_path. Whether it is one
// shows on the disk, not in `root`. Links to files are followed. Links to folders are too, unless
// the folder is walked anyway, so that no folder is walked twice. What cannot be read gets a
// diagnostic, marked unread, and the walk goes on. Throws Error (failure) if the root does not
// exist or cannot be read.
Found find_notes(const Root& root, std::vector<Diagnostic>& diagnostics, const Places& places = {});

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

// SPDX-License-Identifier: GPL-2.0-or-later
// What an index knows beside its sections: its settings, which are its schema, its roots and how
// they are walked, its language and its last run, and the notes and folders below its roots.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/schema.h"

namespace notes {

// A file or folder that the user asked to index. Each of its sections stores its number, which no
// other root ever gets.
struct Root {
  std::uint32_t number = 0;
  std::string path;                                // absolute
  bool is_file = false;                            // then the root is a single note
  std::vector<std::string> ignore_globs = {};      // in .gitignore syntax, relative to the root
  std::vector<std::string> extra_extensions = {};  // in lower case, without dot
  bool obey_gitignore = true;                      // .notesignore is always obeyed
  bool is_mount_point = false;  // when last walked; if now empty and not one, its disk is off
  bool operator==(const Root&) const = default;
};

struct RunSummary {
  std::int64_t finished_at = 0;  // seconds since 1970, UTC; 0 = never
  std::uint64_t added = 0;       // notes
  std::uint64_t changed = 0;
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;  // notes that could not be read
  double seconds = 0;
  bool operator==(const RunSummary&) const = default;
};

// Stored as JSON under one metadata key, so that people can read it.
struct IndexSettings {
  int schema = kSchemaVersion;
  std::string language = "english";  // of the stemmer
  std::vector<Root> roots;           // by path
  std::uint32_t next_root_number = 0;
  std::uint64_t note_count = 0;
  std::vector<Diagnostic> unread;  // places that could not be read; the index keeps their notes
  RunSummary last_run;
};

// Whether a path is `place` or lies below it; everything lies below "".
bool is_inside(std::string_view path, std::string_view place);

// The path relative to `root`: "" for the root itself, nothing if it is elsewhere.
std::optional<std::string> place_below(std::string_view path, std::string_view root);

// Absolute path of a note of the root.
std::string note_path(const Root& root, const std::string& rel_path);

const Root* find_root(const IndexSettings& settings, std::uint32_t number);

// A second copy, next to the generations. It tells what the roots were if the index is damaged or
// has another schema. Throws as find_own_file does; nothing if there is no readable copy.
std::string settings_copy_path(const std::string& directory);
std::optional<IndexSettings> find_settings_copy(const std::string& directory);

// Replaces the copy if roots, rules or language differ, or if it is not ours.
void write_settings_copy(const std::string& directory, IndexSettings settings);

void write_settings(Xapian::WritableDatabase& database, const IndexSettings& settings);

// Settings of any schema; nothing if there are none or they cannot be read.
std::optional<IndexSettings> find_settings(const Xapian::Database& database);

// Throws Error: damaged_index if there are none or they cannot be read, wrong_schema if another
// version of the program wrote them.
IndexSettings read_settings(const Xapian::Database& database);

// What stat says about a file: enough to notice a change.
struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
  bool operator==(const FileStamp&) const = default;
};

// Times after the year 2262 do not fit and wrap around, which still tells them apart.
inline std::int64_t mtime_ns_of(const struct stat& status) {
  const auto seconds = static_cast<std::uint64_t>(status.st_mtim.tv_sec);
  return static_cast<std::int64_t>(seconds * 1'000'000'000 +
                                   static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
}

inline FileStamp stamp_of(const struct stat& status) {
  return {static_cast<std::uint64_t>(status.st_size), mtime_ns_of(status), status.st_ino};
}

inline std::int64_t now_ns() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

// Which notes an index holds, and the stamps of their files when they were read. Each folder has
// one metadata value, so that a changed note rewrites only its folder's. The walked folders have
// another.
struct CatalogNote {
  std::string rel_path;
  FileStamp stamp;
  std::uint64_t content_hash = 0;
  // Written less than 2 s before it was read: a later write may keep the stamp.
  bool recheck = false;
  bool operator==(const CatalogNote&) const = default;
};

// A folder, whose time changes when notes come or go, or an ignore file.
struct CatalogFolder {
  std::uint32_t root = 0;
  std::string rel_path;       // "" for the root itself; absolute if it is above the root
  std::int64_t mtime_ns = 0;  // 0 if it proves nothing: it was read too soon after a change
  bool operator==(const CatalogFolder&) const = default;
};

// The folder part of a relative path: "a/b" for "a/b/c.md", "" for "c.md".
std::string_view folder_of(std::string_view rel_path);

// The notes of a root, in byte order of their paths: all of them, or those in the wanted folders.
using FolderTest = std::function<bool(std::string_view folder)>;
std::vector<CatalogNote> read_catalog(const Xapian::Database& database, std::uint32_t root,
                                      const FolderTest& is_wanted = nullptr);

// Whether `holds` is true for any note of the root, folder by folder. Fast: builds no paths.
using NoteTest =
    std::function<bool(std::string_view folder, const std::string& name, const CatalogNote&)>;
bool any_note(const Xapian::Database& database, std::uint32_t root, const NoteTest& holds);

// The notes with these paths that the index holds, in no particular order.
std::vector<CatalogNote> read_catalog_notes(const Xapian::Database& database, std::uint32_t root,
                                            const std::set<std::string>& rel_paths);

// Makes `notes` the notes of that folder; an empty list removes the folder.
void write_catalog_folder(Xapian::WritableDatabase& database, std::uint32_t root,
                          std::string_view folder, const std::vector<CatalogNote>& notes);

std::vector<CatalogFolder> read_folders(const Xapian::Database& database);
void write_folders(Xapian::WritableDatabase& database, const std::vector<CatalogFolder>& folders);

}  // namespace notes

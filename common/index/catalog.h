// SPDX-License-Identifier: GPL-2.0-or-later
// Which notes an index holds, and the stamps of their files when they were read. Each folder has
// one metadata value, so that a changed note rewrites only its folder's. The walked folders have
// another.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <sys/stat.h>
#include <vector>

#include <xapian.h>

namespace notes {

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

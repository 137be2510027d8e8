// SPDX-License-Identifier: GPL-2.0-or-later
// What one run knows about a root: the notes below it, the notes that the index has, and the
// difference between the two.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/index/catalog.h"
#include "indexer/scan/note_finder.h"

namespace notes {

// Whether another file system is mounted at the folder. False if it does not exist.
bool is_mount_point(const std::string& folder);

// A file that was written within 2 s of being read may be written again and keep its time: file
// systems count time in steps of up to 2 s (FAT). Times are nanoseconds since 1970.
bool time_is_uncertain(std::int64_t mtime_ns, std::int64_t read_at_ns);

// Whether the path, or a folder that it is in, is one of the places.
template <class SortedPlaces>
bool lies_in_one_of(const SortedPlaces& places, std::string rel_path) {
  for (;; rel_path.resize(folder_of(rel_path).size())) {
    if (places.contains(rel_path)) return true;
    if (rel_path.empty()) return false;
  }
}

struct RootScan {
  const Root* root = nullptr;
  Places places;                      // what was walked; none = all of it
  bool has_notes = false;             // on the disk
  std::vector<FoundNote> to_read;     // new, changed, or perhaps changed
  std::vector<std::string> vanished;  // rel_paths
  std::vector<CatalogFolder> folders;
  std::vector<CatalogNote> catalog;  // by rel_path: what the index has of the walked folders
  std::map<std::string, std::string> unread;  // places that could not be read, and why
  // What this run found out about single notes; nothing = gone. Merged once, at the end: changing
  // the catalog note by note would take quadratic time.
  std::map<std::string, std::optional<CatalogNote>> learned;

  const CatalogNote* find_known(const std::string& rel_path) const;
  bool holds_notes_of(const std::string& place) const;
};

// Remembers the places below the root that could not be read.
void take_unread(RootScan& scan, std::span<const Diagnostic> diagnostics);

// Fills in `to_read` (new, with another stamp, or known with `recheck`) and `vanished`. All lists
// are in byte order of rel_path, each path once. Reads no file: the content of a changed note may
// still be the same.
void detect_changes(const std::vector<FoundNote>& found, RootScan& scan);

// `known` is the index to compare with; null if there is none. With `places`, walks only these, and
// everything in them is to be read. A place that cannot be read keeps its notes and gets a
// diagnostic, and so does an absent root (an unmounted disk). Throws Error if a root is absent and
// has no notes to keep.
RootScan scan_root(const Root& root, const Xapian::Database* known, const Places& places,
                   std::vector<Diagnostic>& diagnostics);

// Of a root that is no longer indexed: all its notes vanished.
RootScan scan_dropped(const Root& root, const Xapian::Database& known);

// The places that could not be read and that the index has notes of, and those from `before` that
// these scans did not walk.
std::vector<Diagnostic> unread_places(const std::vector<RootScan>& scans,
                                      const std::vector<Diagnostic>& before);

// Merges what was learned into the catalog, and stores the folders that this changes.
void write_learned(Xapian::WritableDatabase& database, RootScan& scan);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// What one run knows about a root: the notes found below it, the notes the index knows, and what
// follows from comparing the two.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/index/catalog.h"
#include "common/index/settings.h"
#include "indexer/scan/note_finder.h"

namespace notes {

// Whether another file system begins at the folder. False for what is not there.
bool is_mount_point(const std::string& folder);

// How a root is walked.
FindRules rules_of(const Root& root);

struct NoteChanges {
  std::vector<FoundNote> added;
  std::vector<FoundNote> changed;  // another stamp, or known with `recheck`
  std::vector<std::string> removed;
};

// Both lists in byte order of rel_path, each path once; so are the results. Reads no file: whether
// the contents of a changed note really differ is for its reader to find out.
NoteChanges detect_changes(const std::vector<FoundNote>& found,
                           const std::vector<CatalogNote>& known);

// What was written within 2 s of being read may be written again without a change of its time: file
// systems count time in steps of up to 2 s (FAT). Times are nanoseconds since 1970.
bool time_is_uncertain(std::int64_t mtime_ns, std::int64_t read_at_ns);

// Whether the path, or a folder that it lies in, is one of the places.
template <class SortedPlaces>
bool lies_in_one_of(const SortedPlaces& places, std::string rel_path) {
  for (;; rel_path.resize(folder_of(rel_path).size())) {
    if (places.contains(rel_path)) return true;
    if (rel_path.empty()) return false;
  }
}

struct RootScan {
  const Root* root = nullptr;
  Places places;                      // what was looked at; none = all of it
  bool has_notes = false;             // there, at this moment
  std::vector<FoundNote> to_read;     // new, changed, or not certain to be unchanged
  std::vector<std::string> vanished;  // rel_paths
  std::vector<CatalogFolder> folders;
  std::vector<CatalogNote> catalog;  // by rel_path, as the index has it: of the folders looked into
  std::map<std::string, std::string> unread;  // places that could not be read, and why
  // What this run learned of single notes; nothing = gone. One merge at the end: changing the
  // catalog note by note would take time with the square of their number.
  std::map<std::string, std::optional<CatalogNote>> learned;

  const CatalogNote* find_known(const std::string& rel_path) const;
  bool holds_notes_of(const std::string& place) const;
};

// `known` is the index to compare with; null = it holds nothing. With `places`, only what they hold
// is looked at, and all of it is to be read. What cannot be read keeps its notes, also a root that
// is absent (an unmounted disk): it gets a diagnostic; where there are none to keep, an absent root
// throws Error.
RootScan scan_root(const Root& root, const Xapian::Database* known, const Places& places,
                   std::vector<Diagnostic>& diagnostics);

// The places that could not be read and that the index holds notes of; and of those from before,
// the ones that these scans did not look at.
std::vector<Diagnostic> unread_places(const std::vector<RootScan>& scans,
                                      const std::vector<Diagnostic>& before);

// Merges what was learned into the catalog, and stores that of the folders it is about.
void write_learned(Xapian::WritableDatabase& database, RootScan& scan);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/root_scan.h"

#include <algorithm>
#include <functional>
#include <span>
#include <sys/stat.h>

namespace notes {
namespace {

constexpr std::int64_t kCoarsestTimeStepNs = 2'000'000'000;

// A folder that could not be listed this time keeps the time of when it was. A place that changed
// just before it was walked is walked again next time.
void take_folders(RootScan& scan, const Found& found, std::int64_t walked_at_ns) {
  for (const auto* places : {&found.folders, &found.rules})
    for (const FoundPlace& place : *places)
      if (!lies_in_one_of(scan.unread, place.rel_path))
        scan.folders.push_back(
            {scan.root->number, place.rel_path,
             time_is_uncertain(place.mtime_ns, walked_at_ns) ? 0 : place.mtime_ns});
}

void keep_unread_folders(RootScan& scan, const Xapian::Database& known) {
  if (scan.unread.empty()) return;
  for (CatalogFolder& folder : read_folders(known))
    if (folder.root == scan.root->number && lies_in_one_of(scan.unread, folder.rel_path))
      scan.folders.push_back(std::move(folder));
}

// Without its disk, the root would be an empty folder and lose all its notes.
void require_its_disk(const Root& root, const Found& found) {
  if (root.is_mount_point && found.notes.empty() && !is_mount_point(root.path))
    throw Error(ExitCode::failure, root.path + ": its disk is not mounted",
                "mount it, or remove the root: notes-index --remove " + root.path);
}

void report_nothing_at(const RootScan& scan, const std::string& place,
                       std::vector<Diagnostic>& diagnostics) {
  const bool is_found = std::ranges::any_of(
      scan.to_read, [&](const FoundNote& note) { return is_inside(note.rel_path, place); });
  if (!is_found && !scan.holds_notes_of(place) && !lies_in_one_of(scan.unread, place))
    diagnostics.push_back(
        {note_path(*scan.root, place), 0,
         "is not a note: it does not exist, or a rule of its root leaves it out"});
}

void walk(RootScan& scan, std::vector<Diagnostic>& diagnostics) {
  const Places& places = scan.places;
  const std::int64_t walked_at = now_ns();
  const std::size_t first = diagnostics.size();
  Found found = find_notes(*scan.root, diagnostics, places);
  if (places.empty()) require_its_disk(*scan.root, found);
  take_unread(scan, std::span(diagnostics).subspan(first));
  scan.has_notes = !found.notes.empty();
  take_folders(scan, found, walked_at);
  detect_changes(found.notes, scan);
  std::erase_if(scan.vanished, [&](const std::string& rel_path) {
    const bool was_looked_for = places.empty() || lies_in_one_of(places, rel_path);
    return !was_looked_for || lies_in_one_of(scan.unread, rel_path);
  });
  if (!places.empty()) scan.to_read = std::move(found.notes);
  for (const std::string& place : places) report_nothing_at(scan, place, diagnostics);
}

}  // namespace

void take_unread(RootScan& scan, std::span<const Diagnostic> diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.unread)
      if (auto place = place_below(diagnostic.path, scan.root->path))
        scan.unread.emplace(std::move(*place), diagnostic.text);
}

bool is_mount_point(const std::string& folder) {
  struct stat inside {};
  struct stat above {};
  return ::stat(folder.c_str(), &inside) == 0 && ::stat((folder + "/..").c_str(), &above) == 0 &&
         inside.st_dev != above.st_dev;
}

void detect_changes(const std::vector<FoundNote>& found, RootScan& scan) {
  auto old = scan.catalog.begin();
  for (const FoundNote& note : found) {
    for (; old != scan.catalog.end() && old->rel_path < note.rel_path; ++old)
      scan.vanished.push_back(old->rel_path);
    const bool is_known = old != scan.catalog.end() && old->rel_path == note.rel_path;
    if (!is_known || old->recheck || old->stamp != note.stamp) scan.to_read.push_back(note);
    if (is_known) ++old;
  }
  for (; old != scan.catalog.end(); ++old) scan.vanished.push_back(old->rel_path);
}

bool time_is_uncertain(std::int64_t mtime_ns, std::int64_t read_at_ns) {
  return mtime_ns > read_at_ns - kCoarsestTimeStepNs && mtime_ns < read_at_ns + kCoarsestTimeStepNs;
}

const CatalogNote* RootScan::find_known(const std::string& rel_path) const {
  const auto found = std::ranges::lower_bound(catalog, rel_path, {}, &CatalogNote::rel_path);
  return found != catalog.end() && found->rel_path == rel_path ? &*found : nullptr;
}

bool RootScan::holds_notes_of(const std::string& place) const {
  if (place.empty()) return !catalog.empty();
  const std::string below = place + '/';
  const auto first = std::ranges::lower_bound(catalog, below, {}, &CatalogNote::rel_path);
  return find_known(place) != nullptr ||
         (first != catalog.end() && first->rel_path.starts_with(below));
}

std::vector<Diagnostic> unread_places(const std::vector<RootScan>& scans,
                                      const std::vector<Diagnostic>& before) {
  std::vector<Diagnostic> unread;
  for (const RootScan& scan : scans)
    for (const auto& [rel_path, why] : scan.unread)
      if (scan.holds_notes_of(rel_path))
        unread.push_back({note_path(*scan.root, rel_path), 0, why, true});
  const auto looked_at = [](const RootScan& scan, const Diagnostic& old) {
    const auto place = place_below(old.path, scan.root->path);
    return place && (place->empty() || lies_in_one_of(scan.places, *place));
  };
  for (const Diagnostic& old : before)
    if (std::ranges::none_of(scans, [&](const auto& scan) { return looked_at(scan, old); }))
      unread.push_back(old);
  return unread;
}

RootScan scan_root(const Root& root, const Xapian::Database* known, const Places& places,
                   std::vector<Diagnostic>& diagnostics) {
  RootScan scan;
  scan.root = &root;
  scan.places = places;
  const auto holds_some_of = [&](std::string_view folder) {
    return places.empty() || std::ranges::any_of(places, [&](const std::string& place) {
             return folder == folder_of(place) || is_inside(folder, place);
           });
  };
  if (known != nullptr) scan.catalog = read_catalog(*known, root.number, holds_some_of);
  try {
    walk(scan, diagnostics);
  } catch (const Error& error) {
    if (known == nullptr) throw;
    std::string text = error.text();
    if (text.starts_with(root.path + ": ")) text.erase(0, root.path.size() + 2);
    diagnostics.push_back({root.path, 0, text + "; its notes stay in the index", true});
    scan.unread[""] = text;
  }
  if (known != nullptr) keep_unread_folders(scan, *known);
  return scan;
}

RootScan scan_dropped(const Root& root, const Xapian::Database& known) {
  RootScan scan;
  scan.root = &root;
  scan.catalog = read_catalog(known, root.number);
  detect_changes({}, scan);
  return scan;
}

void write_learned(Xapian::WritableDatabase& database, RootScan& scan) {
  std::map<std::string, std::vector<CatalogNote>, std::less<>> by_folder;
  std::erase_if(scan.catalog,
                [&](const CatalogNote& note) { return scan.learned.contains(note.rel_path); });
  const auto middle = static_cast<std::ptrdiff_t>(scan.catalog.size());
  for (auto& [rel_path, note] : scan.learned) {
    by_folder[std::string(folder_of(rel_path))];
    if (note) scan.catalog.push_back(std::move(*note));
  }
  std::ranges::inplace_merge(scan.catalog, scan.catalog.begin() + middle, {},
                             &CatalogNote::rel_path);
  for (const CatalogNote& note : scan.catalog)
    if (const auto folder = by_folder.find(folder_of(note.rel_path)); folder != by_folder.end())
      folder->second.push_back(note);
  for (const auto& [folder, notes] : by_folder)
    write_catalog_folder(database, scan.root->number, folder, notes);
}

}  // namespace notes

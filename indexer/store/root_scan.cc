// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/store/root_scan.h"

#include <algorithm>
#include <map>

#include "indexer/scan/change_detector.h"
#include "indexer/scan/mount_point.h"

namespace notes {
namespace {

auto place_in(std::vector<CatalogNote>& catalog, const std::string& rel_path) {
  return std::ranges::lower_bound(catalog, rel_path, {}, &CatalogNote::rel_path);
}

std::vector<KnownNote> known_notes(const std::vector<CatalogNote>& catalog) {
  std::vector<KnownNote> known;
  known.reserve(catalog.size());
  for (const CatalogNote& note : catalog)
    known.push_back({note.rel_path, note.stamp, note.recheck});
  return known;
}

// What changed just before it was looked at is looked at again next time.
std::int64_t certain_time(std::int64_t mtime_ns, std::int64_t walked_at_ns) {
  return time_is_uncertain(mtime_ns, walked_at_ns) ? 0 : mtime_ns;
}

void compare(RootScan& scan, const Found& found, std::int64_t walked_at_ns) {
  NoteChanges changes = detect_changes(found.notes, known_notes(scan.catalog));
  scan.to_read = std::move(changes.added);
  std::ranges::move(changes.changed, std::back_inserter(scan.to_read));
  scan.vanished = std::move(changes.removed);
  for (const FoundFolder& folder : found.folders)
    scan.folders.push_back(
        {scan.root->number, folder.rel_path, certain_time(folder.mtime_ns, walked_at_ns)});
  for (const FoundRules& rules : found.rules)
    scan.folders.push_back(
        {scan.root->number, rules.path, certain_time(rules.mtime_ns, walked_at_ns)});
}

// A root that was a mount point and is an empty folder now would lose all its notes.
void require_its_disk(const Root& root, const Found& found) {
  if (root.is_mount_point && found.notes.empty() && !is_mount_point(root.path))
    throw Error(ExitCode::failure, root.path + ": its disk is not mounted",
                "mount it, or give the root up: notes-index --remove " + root.path);
}

}  // namespace

FindRules rules_of(const Root& root) {
  FindRules rules;
  rules.extensions.insert(rules.extensions.end(), root.extra_extensions.begin(),
                          root.extra_extensions.end());
  rules.ignore_globs = root.ignore_globs;
  return rules;
}

const CatalogNote* RootScan::find_known(const std::string& rel_path) const {
  const auto found = std::ranges::lower_bound(catalog, rel_path, {}, &CatalogNote::rel_path);
  return found != catalog.end() && found->rel_path == rel_path ? &*found : nullptr;
}

void RootScan::remember(CatalogNote note) {
  changed_folders.emplace(folder_of(note.rel_path));
  const auto at = place_in(catalog, note.rel_path);
  if (at != catalog.end() && at->rel_path == note.rel_path)
    *at = std::move(note);
  else
    catalog.insert(at, std::move(note));
}

void RootScan::forget(const std::string& rel_path) {
  changed_folders.emplace(folder_of(rel_path));
  const auto at = place_in(catalog, rel_path);
  if (at != catalog.end() && at->rel_path == rel_path) catalog.erase(at);
}

RootScan scan_root(const Root& root, const Xapian::Database* known,
                   std::vector<Diagnostic>& diagnostics) {
  RootScan scan;
  scan.root = &root;
  if (known != nullptr) scan.catalog = read_catalog(*known, root.number);
  try {
    const std::int64_t walked_at = now_ns();
    const Found found = find_notes(root.path, rules_of(root), diagnostics);
    require_its_disk(root, found);
    scan.has_notes = !found.notes.empty();
    compare(scan, found, walked_at);
  } catch (const Error& error) {
    if (known == nullptr) throw;
    std::string text = error.text();
    if (text.starts_with(root.path + ": ")) text.erase(0, root.path.size() + 2);
    diagnostics.push_back({root.path, 0, text + "; its notes stay in the index"});
    scan.folders = read_folders(*known);
    std::erase_if(scan.folders, [&](const auto& folder) { return folder.root != root.number; });
  }
  return scan;
}

void write_changed_catalog(Xapian::WritableDatabase& database, const RootScan& scan) {
  std::map<std::string, std::vector<CatalogNote>> by_folder;
  for (const std::string& folder : scan.changed_folders) by_folder[folder];
  for (const CatalogNote& note : scan.catalog) {
    const auto folder = by_folder.find(std::string(folder_of(note.rel_path)));
    if (folder != by_folder.end()) folder->second.push_back(note);
  }
  for (const auto& [folder, notes] : by_folder)
    write_catalog_folder(database, scan.root->number, folder, notes);
}

void write_whole_catalog(Xapian::WritableDatabase& database, const RootScan& scan) {
  RootScan whole = scan;
  for (const CatalogNote& note : scan.catalog)
    whole.changed_folders.emplace(folder_of(note.rel_path));
  write_changed_catalog(database, whole);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/watch_map.h"

#include <sys/inotify.h>
#include <utility>

#include "indexer/scan/ignore_scope.h"

namespace notes {
namespace {

constexpr std::uint32_t kLost = IN_Q_OVERFLOW | IN_UNMOUNT;
constexpr std::uint32_t kEntriesChanged = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
// IN_ATTRIB on the place itself: it may have become readable, or lost one of its names.
constexpr std::uint32_t kSelfChanged = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_ATTRIB;

std::set<Watch> folders_of(const std::vector<Watch>& watches) {
  std::set<Watch> folders;
  for (const Watch& watch : watches)
    if (watch.kind == WatchKind::folder) folders.insert(watch);
  return folders;
}

bool has(const WatchEvent& event, std::uint32_t bits) {
  return (event.mask & bits) != 0;
}

bool changes_rules(const WatchEvent& event) {
  return event.name == kGitIgnoreName || event.name == kNotesIgnoreName ||
         (event.name == kGitName && has(event, kEntriesChanged));
}

void read_in_folder(const WatchEvent& event, std::size_t root, const FindRules& rules,
                    PendingChanges& pending) {
  const bool is_folder = has(event, IN_ISDIR);
  const bool is_note = !is_folder && has_note_extension(event.name, rules);
  if (is_note || changes_rules(event)) pending.changed_roots.insert(root);
  // A name that came or went may belong to a folder, or to a link to one. And rules decide which
  // folders are walked.
  const bool self_changed = event.name.empty() && has(event, kSelfChanged);
  if (self_changed || is_folder || has(event, kEntriesChanged) || changes_rules(event))
    pending.roots_to_walk.insert(root);
}

void read_for_file(const WatchEvent& event, std::size_t root, PendingChanges& pending) {
  pending.changed_roots.insert(root);
  if (has(event, kEntriesChanged | kSelfChanged)) pending.roots_to_walk.insert(root);
}

}  // namespace

const std::vector<RootedWatch>& WatchMap::of_number(int number) const {
  static const std::vector<RootedWatch> kNone;
  const auto found = by_number_.find(number);
  return found == by_number_.end() ? kNone : found->second;
}

bool WatchMap::replace(std::size_t root, std::vector<Watch> watches) {
  const std::set<Watch> before = folders_of(by_root_[root]);
  by_root_[root] = std::move(watches);
  index_by_number();
  return before != folders_of(by_root_[root]);
}

void WatchMap::index_by_number() {
  by_number_.clear();
  for (std::size_t root = 0; root < by_root_.size(); ++root)
    for (const Watch& watch : by_root_[root]) by_number_[watch.number].push_back({root, watch});
}

void read_event(const WatchEvent& event, const WatchMap& watches,
                const std::vector<WatchedRoot>& roots, PendingChanges& pending) {
  pending.events_lost = pending.events_lost || has(event, kLost);
  for (const auto& [root, watch] : watches.of_number(event.watch)) {
    switch (watch.kind) {
      case WatchKind::folder:
        read_in_folder(event, root, roots[root].rules, pending);
        break;
      case WatchKind::folder_of_root:
        if (event.name == watch.rel_path) read_for_file(event, root, pending);
        if (event.name.empty()) pending.roots_to_walk.insert(root);
        break;
      case WatchKind::link_target:
        read_for_file(event, root, pending);
        break;
    }
  }
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/event_reader.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <sys/inotify.h>

#include "indexer/scan/ignore_scope.h"

namespace notes {
namespace {

constexpr std::uint32_t kLost = IN_Q_OVERFLOW | IN_UNMOUNT;
constexpr std::uint32_t kEntriesChanged = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
// IN_ATTRIB of the place itself: it may have become readable, or lost one of its names.
constexpr std::uint32_t kSelfChanged = IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_ATTRIB;

bool has(const WatchEvent& event, std::uint32_t bits) {
  return (event.mask & bits) != 0;
}

bool changes_rules(const WatchEvent& event) {
  return event.name == kGitIgnoreName || event.name == kNotesIgnoreName ||
         (event.name == kGitName && has(event, kEntriesChanged));
}

void read_in_folder(const WatchEvent& event, const RootedWatch& place, const FindRules& rules,
                    PendingChanges& pending) {
  const std::string& folder = place.watch.rel_path;
  const bool is_folder = has(event, IN_ISDIR);
  if (changes_rules(event)) {
    pending.places.insert({place.root, folder});
    pending.roots_to_walk.insert(place.root);  // which folders are walked changes too
  }
  // A name that came or went may be a folder's, or that of a link to one.
  const bool self_changed = event.name.empty() && has(event, kSelfChanged);
  if (self_changed || is_folder || has(event, kEntriesChanged))
    pending.roots_to_walk.insert(place.root);
  if (!is_folder && has_note_extension(event.name, rules))
    pending.places.insert({place.root, folder.empty() ? event.name : folder + "/" + event.name});
}

void read_for_file(const WatchEvent& event, const RootedWatch& place, PendingChanges& pending) {
  pending.places.insert({place.root, place.watch.rel_path});
  if (has(event, kEntriesChanged | kSelfChanged)) pending.roots_to_walk.insert(place.root);
}

bool lies_inside_another(const ChangedPlace& place, const std::set<ChangedPlace>& places) {
  std::string_view rest = place.rel_path;
  while (!rest.empty()) {
    const std::size_t slash = rest.rfind('/');
    rest = rest.substr(0, slash == std::string_view::npos ? 0 : slash);
    if (places.contains({place.root, std::string(rest)})) return true;
  }
  return false;
}

}  // namespace

void read_event(const WatchEvent& event, const WatchMap& watches,
                const std::vector<WatchedRoot>& roots, PendingChanges& pending) {
  pending.events_lost = pending.events_lost || has(event, kLost);
  for (const RootedWatch& place : watches.of_number(event.watch)) {
    switch (place.watch.kind) {
      case WatchKind::folder:
        read_in_folder(event, place, roots[place.root].rules, pending);
        break;
      case WatchKind::folder_of_root:
        if (event.name == place.watch.rel_path) read_for_file(event, place, pending);
        if (event.name.empty()) pending.roots_to_walk.insert(place.root);
        break;
      case WatchKind::link_target:
        read_for_file(event, place, pending);
        break;
    }
  }
}

std::vector<ChangedPlace> outermost(const std::set<ChangedPlace>& places) {
  std::vector<ChangedPlace> kept;
  std::copy_if(places.begin(), places.end(), std::back_inserter(kept),
               [&](const ChangedPlace& place) { return !lies_inside_another(place, places); });
  return kept;
}

}  // namespace notes

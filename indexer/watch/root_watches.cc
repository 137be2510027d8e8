// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/root_watches.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <utility>

#include "indexer/scan/note_file.h"
#include "indexer/scan/note_finder.h"

namespace notes {
namespace {

// Each walk finds the folders created during the one before. If a root creates them faster than
// that, its next events catch up.
constexpr int kMostWalks = 5;

bool exists(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0;
}

std::string folder_above(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::set<int> numbers_of(const std::vector<Watch>& watches) {
  std::set<int> numbers;
  for (const Watch& watch : watches) numbers.insert(watch.number);
  return numbers;
}

std::string remedy(int error_number) {
  if (error_number == ENOSPC) return "raise fs.inotify.max_user_watches with sysctl";
  if (error_number == EMFILE)
    return "raise fs.inotify.max_user_instances with sysctl, or ulimit -n";
  return "more memory or descriptors are needed";
}

}  // namespace

RootWatches::RootWatches(std::vector<WatchedRoot> roots)
    : roots_(std::move(roots)), map_(roots_.size()) {
  if (!queue_.is_open()) give_up(roots_.empty() ? "" : roots_.front().path, errno);
}

void RootWatches::give_up(const std::string& path, int error_number) {
  failure_ = {path, 0,
              std::string("cannot be watched: ") + std::strerror(error_number) +
                  "; looking for changes from time to time instead (" + remedy(error_number) + ")"};
  queue_.close();  // frees the watches for others
}

std::set<std::size_t> RootWatches::returned_roots() const {
  std::set<std::size_t> returned;
  for (const std::size_t root : absent_roots_)
    if (exists(roots_[root].path)) returned.insert(root);
  return returned;
}

void RootWatches::take_events(PendingChanges& pending) {
  for (const WatchEvent& event : queue_.read_events()) read_event(event, map_, roots_, pending);
}

bool RootWatches::refresh(std::size_t root) {
  if (failure_) return false;
  const bool was_absent = absent_roots_.contains(root);
  const std::set<int> before = numbers_of(map_.of_root(root));
  const bool folders_changed = map_.replace(root, watch_root(root));
  for (const int number : before)
    if (map_.of_number(number).empty()) queue_.unwatch(number);
  return folders_changed || was_absent != absent_roots_.contains(root);
}

std::vector<Watch> RootWatches::watch_root(std::size_t root) {
  std::set<int> known = numbers_of(map_.of_root(root));
  std::vector<Watch> watches;
  for (int walk = 0; walk < kMostWalks; ++walk) {
    watches = watch_what_stands(root);
    std::set<int> numbers = numbers_of(watches);
    if (std::includes(known.begin(), known.end(), numbers.begin(), numbers.end())) break;
    known = std::move(numbers);
  }
  return watches;
}

std::vector<Watch> RootWatches::watch_what_stands(std::size_t root) {
  const auto& [path, rules] = roots_[root];
  std::vector<Watch> watches;
  std::vector<Diagnostic> for_the_indexer;  // the indexer reports the same faults from its own walk
  Found found;
  absent_roots_.erase(root);
  try {
    found = find_notes(path, rules, for_the_indexer);
  } catch (const Error&) {
    absent_roots_.insert(root);
    return watches;
  }
  if (found.folders.empty())
    watch(watches, folder_above(path), WatchKind::folder_of_root, found.notes.front().rel_path);
  for (const FoundFolder& folder : found.folders)
    watch(watches, path + "/" + folder.rel_path, WatchKind::folder, folder.rel_path);
  for (const FoundNote& note : found.notes)
    if (note.is_link)
      watch(watches, note_path(path, note.rel_path), WatchKind::link_target, note.rel_path);
  return watches;
}

void RootWatches::watch(std::vector<Watch>& watches, const std::string& path, WatchKind kind,
                        const std::string& rel_path) {
  if (!queue_.is_open()) return;
  const int number =
      kind == WatchKind::link_target ? queue_.watch_file(path) : queue_.watch_folder(path);
  if (number >= 0) watches.push_back({number, kind, rel_path});
  // Any other error means that the place is gone again, which its parent's watch reports.
  else if (errno == ENOSPC || errno == ENOMEM)
    give_up(path, errno);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/folder_watcher.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <utility>

#include "indexer/scan/ignore_scope.h"

namespace notes {
namespace {

using std::chrono::milliseconds;

constexpr std::uint32_t kContent = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB;
constexpr std::uint32_t kEntries = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
constexpr std::uint32_t kSelf = IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t kOfFolder = kContent | kEntries | kSelf | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr std::uint32_t kOfTarget = kContent | kSelf;
constexpr std::uint32_t kLost = IN_Q_OVERFLOW | IN_UNMOUNT;  // events were not sent
// IN_ATTRIB on the place itself: it may have become readable, or lost one of its names.
constexpr std::uint32_t kSelfChanged = kSelf | IN_IGNORED | IN_ATTRIB;

// Each walk finds the folders created during the one before. If they are created faster than that,
// the next events catch up.
constexpr int kMostWalks = 5;

bool has(const WatchEvent& event, std::uint32_t bits) {
  return (event.mask & bits) != 0;
}

bool changes_rules(const WatchEvent& event) {
  return event.name == kGitIgnoreName || event.name == kNotesIgnoreName ||
         (event.name == kGitName && has(event, kEntries));
}

void read_in_folder(const WatchEvent& event, const Root& root, Changes& pending) {
  const bool is_folder = has(event, IN_ISDIR);
  const bool is_note = !is_folder && has_note_extension(event.name, root);
  pending.changed |= is_note || changes_rules(event);
  // A name that came or went may belong to a folder, or to a link to one. And rules decide which
  // folders are walked.
  const bool self_changed = event.name.empty() && has(event, kSelfChanged);
  pending.must_walk |= self_changed || is_folder || has(event, kEntries) || changes_rules(event);
}

std::set<int> numbers_of(const std::vector<Watch>& watches) {
  std::set<int> numbers;
  for (const Watch& watch : watches) numbers.insert(watch.number);
  return numbers;
}

std::vector<Watch> folders_of(std::vector<Watch> watches) {
  std::erase_if(watches, [](const Watch& watch) { return watch.kind != WatchKind::folder; });
  return watches;
}

// Waiting events, as many as one read returns. Does not block.
std::vector<WatchEvent> read_events(int queue) {
  std::array<char, 65536> buffer{};
  ssize_t size = -1;
  do {
    size = ::read(queue, buffer.data(), buffer.size());
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return {};
  return parse_events({buffer.data(), static_cast<std::size_t>(size)});
}

std::string remedy(int error_number) {
  if (error_number == ENOSPC) return "raise fs.inotify.max_user_watches with sysctl";
  if (error_number == EMFILE)
    return "raise fs.inotify.max_user_instances with sysctl, or ulimit -n";
  return "more memory or descriptors are needed";
}

// Rounded up: a poll that ended just before its time would only need another.
int poll_timeout_ms(std::chrono::steady_clock::duration duration) {
  const auto rounded = std::chrono::ceil<milliseconds>(duration);
  return static_cast<int>(std::clamp(rounded, milliseconds(0), milliseconds(3'600'000)).count());
}

}  // namespace

std::vector<WatchEvent> parse_events(std::string_view bytes) {
  std::vector<WatchEvent> events;
  inotify_event event{};
  while (bytes.size() >= sizeof event) {
    std::memcpy(&event, bytes.data(), sizeof event);
    bytes.remove_prefix(sizeof event);
    if (bytes.size() < event.len) break;
    // The name is padded with NUL bytes up to `len`.
    const std::string_view name = bytes.substr(0, event.len);
    events.push_back({event.wd, event.mask, std::string(name.substr(0, name.find('\0')))});
    bytes.remove_prefix(event.len);
  }
  return events;
}

void read_event(const WatchEvent& event, const Watch& watch, const Root& root, Changes& pending) {
  if (watch.kind == WatchKind::folder) return read_in_folder(event, root, pending);
  const bool in_folder = watch.kind == WatchKind::folder_of_root;
  if (in_folder && event.name.empty()) pending.must_walk = true;
  if (in_folder && event.name != watch.rel_path) return;
  pending.changed = true;
  pending.must_walk |= has(event, kEntries | kSelfChanged);
}

FolderWatcher::FolderWatcher(std::vector<Root> roots)
    : stop_event_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      mounts_(::open("/proc/self/mountinfo", O_RDONLY | O_CLOEXEC)) {
  if (!stop_event_.is_open())
    throw Error(ExitCode::failure, std::string("cannot watch: ") + std::strerror(errno),
                "close other programs, or raise the limit of open files with ulimit -n");
  watch(std::move(roots));
}

void FolderWatcher::watch(std::vector<Root> roots) {
  roots_ = std::move(roots);
  pending_ = {};
  queue_ = Descriptor(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  if (!queue_.is_open()) give_up(roots_.empty() ? "" : roots_.front().path, errno);
  watches_.clear();
  absent_roots_.clear();
  refresh();
}

void FolderWatcher::request_stop() noexcept {
  const int error_number = errno;  // of the interrupted code
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(stop_event_.number(), &one, sizeof one);
  errno = error_number;
}

Changes FolderWatcher::wait(const WaitLimits& limits) {
  const auto deadline = limits.timeout ? Clock::now() + *limits.timeout : Clock::time_point::max();
  const auto end_of_burst = [&] {
    return std::min(last_change_ + limits.quiet, first_change_ + limits.longest);
  };
  for (;;) {
    auto wake = deadline;
    if (must_poll()) wake = std::min(wake, last_poll_ + limits.poll_every);
    if (!pending_.empty()) wake = std::min(wake, end_of_burst());
    if (!sleep_until(wake)) return {.stopped = true};
    take_events();
    take_poll_turn(limits);
    if (!pending_.empty() && Clock::now() >= end_of_burst()) {
      if (std::exchange(pending_.must_walk, false)) pending_.changed |= refresh();
      if (!pending_.empty()) return std::exchange(pending_, {});
    }
    if (Clock::now() >= deadline) return {};
  }
}

// Also wakes for events. False if a stop was requested.
bool FolderWatcher::sleep_until(Clock::time_point wake) {
  // poll() ignores a negative descriptor.
  std::array<pollfd, 3> wanted{{{stop_event_.number(), POLLIN, 0},
                                {queue_.number(), POLLIN, 0},
                                {mounts_.number(), POLLPRI, 0}}};
  const auto now = Clock::now();
  const auto rest = wake > now ? wake - now : Clock::duration::zero();
  const int ready = ::poll(wanted.data(), wanted.size(), poll_timeout_ms(rest));
  // Mounting a disk on a watched folder sends no event, but now there are other folders.
  if (ready > 0 && wanted[2].revents != 0) add({.must_walk = true});
  return ready <= 0 || wanted[0].revents == 0;
}

void FolderWatcher::take_events() {
  Changes taken;
  for (const WatchEvent& event : read_events(queue_.number())) {
    if (has(event, kLost)) taken.changed = taken.must_walk = true;
    auto watch = std::ranges::lower_bound(watches_, event.watch, {}, &Watch::number);
    for (; watch != watches_.end() && watch->number == event.watch; ++watch)
      read_event(event, *watch, roots_[watch->root], taken);
  }
  add(taken);
}

void FolderWatcher::add(const Changes& taken) {
  if (taken.empty()) return;
  last_change_ = Clock::now();
  if (pending_.empty()) first_change_ = last_change_;
  pending_.changed |= taken.changed;
  pending_.must_walk |= taken.must_walk;
}

// Polls what has no watch. There is no burst to wait for.
void FolderWatcher::take_poll_turn(const WaitLimits& limits) {
  if (!must_poll() || Clock::now() < last_poll_ + limits.poll_every) return;
  last_poll_ = Clock::now();
  pending_.must_walk |= std::ranges::any_of(absent_roots_, [&](std::size_t root) {
    std::error_code unreadable;
    return std::filesystem::exists(roots_[root].path, unreadable);
  });
  pending_.changed |= !queue_.is_open();
}

// Walks the roots and watches what a walk enters. True if folders came, went or were replaced since
// the last time, or if a root disappeared or came back.
bool FolderWatcher::refresh() {
  if (!queue_.is_open()) return false;
  const std::set<std::size_t> absent_before = absent_roots_;
  const std::vector<Watch> before = watches_;
  for (int walk = 0; walk < kMostWalks; ++walk) {
    const std::set<int> known = numbers_of(watches_);
    watches_.clear();
    for (std::size_t root = 0; root < roots_.size(); ++root) watch_root(root);
    std::ranges::sort(watches_);
    if (std::ranges::includes(known, numbers_of(watches_))) break;
  }
  const std::set<int> numbers = numbers_of(watches_);
  for (const int number : numbers_of(before))
    if (!numbers.contains(number)) ::inotify_rm_watch(queue_.number(), number);
  return folders_of(before) != folders_of(watches_) || absent_before != absent_roots_;
}

void FolderWatcher::watch_root(std::size_t root) {
  const std::string& path = roots_[root].path;
  std::vector<Diagnostic> for_the_indexer;  // the indexer reports the same faults from its own walk
  Found found;
  absent_roots_.erase(root);
  try {
    found = find_notes(roots_[root], for_the_indexer);
  } catch (const Error&) {
    absent_roots_.insert(root);
    return;
  }
  const bool is_file = found.folders.empty();
  if (is_file)
    watch_place(std::filesystem::path(path).parent_path(),
                {-1, WatchKind::folder_of_root, root, found.notes.front().rel_path});
  for (const FoundPlace& folder : found.folders)
    watch_place(path + "/" + folder.rel_path, {-1, WatchKind::folder, root, folder.rel_path});
  for (const FoundNote& note : found.notes)
    if (note.is_link)
      watch_place(is_file ? path : path + "/" + note.rel_path,
                  {-1, WatchKind::link_target, root, note.rel_path});
}

void FolderWatcher::watch_place(const std::string& path, Watch watch) {
  if (!queue_.is_open()) return;
  // The number is the same for the same file or folder. Follows links.
  watch.number = ::inotify_add_watch(queue_.number(), path.c_str(),
                                     watch.kind == WatchKind::link_target ? kOfTarget : kOfFolder);
  if (watch.number >= 0) return watches_.push_back(std::move(watch));
  // Any other error means that the place is gone again, which its parent's watch reports.
  if (errno == ENOSPC || errno == ENOMEM) give_up(path, errno);
}

// The system grants too few watches: watches nothing any more.
void FolderWatcher::give_up(const std::string& path, int error_number) {
  pending_.changed = true;
  pending_.diagnostics.push_back({path, 0,
                                  std::string("cannot be watched: ") + std::strerror(error_number) +
                                      "; looking for changes from time to time instead (" +
                                      remedy(error_number) + ")"});
  queue_.close();  // frees the watches for others
}

}  // namespace notes

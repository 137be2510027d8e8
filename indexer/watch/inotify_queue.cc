// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/watch/inotify_queue.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/inotify.h>

namespace notes {
namespace {

constexpr std::uint32_t kContent = IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB;
constexpr std::uint32_t kEntries = IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO;
constexpr std::uint32_t kSelf = IN_DELETE_SELF | IN_MOVE_SELF;

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

InotifyQueue::InotifyQueue() : descriptor_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {}

int InotifyQueue::watch_folder(const std::string& path) {
  return ::inotify_add_watch(descriptor(), path.c_str(),
                             kContent | kEntries | kSelf | IN_ONLYDIR | IN_EXCL_UNLINK);
}

int InotifyQueue::watch_file(const std::string& path) {
  return ::inotify_add_watch(descriptor(), path.c_str(), kContent | kSelf);
}

void InotifyQueue::unwatch(int watch) {
  ::inotify_rm_watch(descriptor(), watch);
}

std::vector<WatchEvent> InotifyQueue::read_events() {
  std::array<char, 65536> buffer{};
  ssize_t size = -1;
  do {
    size = ::read(descriptor(), buffer.data(), buffer.size());
  } while (size < 0 && errno == EINTR);
  if (size <= 0) return {};
  return parse_events({buffer.data(), static_cast<std::size_t>(size)});
}

}  // namespace notes

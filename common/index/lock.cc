// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "common/index/own_files.h"

namespace notes {
namespace {

std::string command_line_of_this_program() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string command((std::istreambuf_iterator<char>(file)), {});
  for (char& c : command)
    if (c == '\0' || c == '\n') c = ' ';
  return command.substr(0, 200);
}

std::string read_holder(int lock) {
  std::array<char, 512> holder{};
  const ssize_t size = ::pread(lock, holder.data(), holder.size() - 1, 0);
  const std::string text(holder.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return text.substr(0, text.find('\n'));
}

// Only informs whoever waits: the lock holds even if this cannot be written.
void write_holder(int lock) {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  const std::string holder = "pid " + std::to_string(::getpid()) + " on " + host.data() + ": " +
                             command_line_of_this_program() + "\n";
  const std::string before = read_holder(lock);
  if (!before.empty() && !before.starts_with("pid ")) return;  // not written by us
  if (::ftruncate(lock, 0) == 0) [[maybe_unused]]
    const auto written = ::pwrite(lock, holder.data(), holder.size(), 0);
}

Error busy(const std::string& directory, int lock) {
  const std::string holder = read_holder(lock);
  return Error(ExitCode::index_busy,
               directory + ": is being written by " + (holder.empty() ? "another process" : holder),
               "wait until it ends and run the command again");
}

}  // namespace

IndexLock::IndexLock(const std::string& directory, std::chrono::milliseconds patience)
    : lock_(open_lock_file(directory)) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (::flock(lock_.number(), LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK)
      throw Error(ExitCode::failure, directory + "/lock: cannot be locked: " + std::strerror(errno),
                  "put the index on a local disk with --db DIR");
    if (std::chrono::steady_clock::now() >= deadline) throw busy(directory, lock_.number());
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  write_holder(lock_.number());
}

}  // namespace notes

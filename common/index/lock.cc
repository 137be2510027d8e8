// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/lock.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "common/error.h"

namespace notes {
namespace {

std::string command_line_of_this_program() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string command((std::istreambuf_iterator<char>(file)), {});
  for (char& c : command)
    if (c == '\0' || c == '\n') c = ' ';
  return command.substr(0, 200);
}

void write_holder(int descriptor) {
  std::array<char, 256> host{};
  ::gethostname(host.data(), host.size() - 1);
  const std::string holder = "pid " + std::to_string(::getpid()) + " on " + host.data() + ": " +
                             command_line_of_this_program() + "\n";
  // Only a courtesy to whoever waits: the lock holds whether or not this can be written.
  if (::ftruncate(descriptor, 0) == 0) [[maybe_unused]]
    const auto written = ::pwrite(descriptor, holder.data(), holder.size(), 0);
}

std::string read_holder(const std::string& path) {
  std::ifstream file(path);
  std::string holder;
  std::getline(file, holder);
  return holder.empty() ? "another process" : holder;
}

}  // namespace

IndexLock::IndexLock(const std::string& directory, std::chrono::milliseconds patience) {
  const std::string path = directory + "/lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor_ < 0)
    throw Error(ExitCode::failure, path + ": cannot be opened: " + std::strerror(errno),
                "the index directory must be writable for notes-index");
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int reason = errno;
    if (reason != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline) {
      ::close(descriptor_);
      if (reason != EWOULDBLOCK)
        throw Error(ExitCode::failure, path + ": cannot be locked: " + std::strerror(reason),
                    "put the index on a local disk with --db DIR");
      throw Error(ExitCode::index_busy, directory + ": is being written by " + read_holder(path),
                  "wait until it ends and run the command again");
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  write_holder(descriptor_);
}

IndexLock::~IndexLock() {
  ::close(descriptor_);
}

}  // namespace notes

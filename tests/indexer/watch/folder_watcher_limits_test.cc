// SPDX-License-Identifier: GPL-2.0-or-later
// When a watcher returns, and what it does when the system grants it too little.
#include <cerrno>
#include <chrono>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <signal.h>
#include <string>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/small_file.h"
#include "tests/indexer/watch/watching.h"
#include "tests/support/temp_folder.h"

using namespace std::chrono_literals;
using notes::Changes;
using notes::Descriptor;
using notes::FolderWatcher;
using notes::kLimits;
using notes::next;
using notes::roots_at;
using notes::TempFolder;
using notes::text_of;
using notes::WaitLimits;

namespace {

void write_number(const std::string& path, const std::string& number) {
  std::ofstream stream(path);
  stream << number;
}

// In a child process with a user namespace of its own, where the limit of watches is ours to set.
enum Outcome : int { as_expected = 0, unexpected = 1, not_permitted = 2 };

template <typename Check>
Outcome in_child(Check check) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::unshare(CLONE_NEWUSER) != 0) ::_exit(not_permitted);
    ::_exit(check());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? static_cast<Outcome>(WEXITSTATUS(status)) : unexpected;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(folder_watcher_limits)

BOOST_AUTO_TEST_CASE(a_burst_is_reported_at_its_end_or_at_the_limit) {
  const TempFolder root;
  FolderWatcher watcher(roots_at({root.path()}));
  const WaitLimits limits{.quiet = 200ms, .longest = 600ms, .timeout = 10s};
  std::jthread writer([&root](const std::stop_token& stop) {
    for (int count = 0; !stop.stop_requested(); ++count) {
      root.write("x.md", std::to_string(count));
      std::this_thread::sleep_for(20ms);
    }
  });
  const auto begin = std::chrono::steady_clock::now();
  BOOST_TEST(text_of(watcher.wait(limits)) == "changed ");
  const auto first = std::chrono::steady_clock::now() - begin;
  BOOST_TEST((first >= 550ms));
  BOOST_TEST((first < 5s));
  writer.request_stop();
  writer.join();
  root.write("x.md", "the end");
  BOOST_TEST(text_of(watcher.wait(limits)) == "changed ");
}

BOOST_AUTO_TEST_CASE(a_timeout_loses_no_change) {
  const TempFolder root;
  FolderWatcher watcher(roots_at({root.path()}));
  root.write("x.md");
  WaitLimits limits = kLimits;
  limits.quiet = 200ms;
  limits.timeout = 20ms;
  BOOST_TEST(text_of(watcher.wait(limits)) == "");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(after_an_overflow_everything_is_walked_and_watching_continues) {
  std::size_t queue_size = 0;
  std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> queue_size;
  if (queue_size == 0 || queue_size > 200'000) return;  // root_watches_test covers the rest
  const TempFolder root;
  root.write("x.md");
  root.write("y.md");
  FolderWatcher watcher(roots_at({root.path()}));
  // Two in turn: the queue folds equal events that follow each other.
  for (std::size_t count = 0; count <= queue_size / 2 + 1; ++count)
    for (const char* name : {"x.md", "y.md"})
      BOOST_REQUIRE(::utimensat(AT_FDCWD, root.path(name).c_str(), nullptr, 0) == 0);
  root.write("late/z.md");
  BOOST_TEST(next(watcher) == "changed ");
  root.write("late/z.md", "changed\n");
  BOOST_TEST(next(watcher) == "changed ");
}

BOOST_AUTO_TEST_CASE(without_a_queue_the_watcher_says_so_and_polls) {
  std::vector<Descriptor> taken;  // until no more queues are to be had
  while (true) {
    taken.emplace_back(::inotify_init1(IN_CLOEXEC));
    if (!taken.back().is_open()) break;
  }
  BOOST_REQUIRE(errno == EMFILE);
  const TempFolder root;
  // Where descriptors ran out first, leave one for the watcher's own needs.
  if (!Descriptor(::eventfd(0, EFD_CLOEXEC)).is_open()) taken.erase(taken.begin());
  FolderWatcher watcher(roots_at({root.path()}));
  const Changes first = watcher.wait(kLimits);
  BOOST_TEST(first.changed);
  BOOST_REQUIRE(first.diagnostics.size() == 1U);
  BOOST_TEST(first.diagnostics[0].path == root.path());
  BOOST_TEST(first.diagnostics[0].text ==
             "cannot be watched: Too many open files; looking for changes from time to time "
             "instead (raise fs.inotify.max_user_instances with sysctl, or ulimit -n)");
  const Changes second = watcher.wait(kLimits);
  BOOST_TEST(text_of(second) == "changed ");
  BOOST_TEST(second.diagnostics.empty());
  watcher.request_stop();
  BOOST_TEST(next(watcher) == "stopped ");
}

BOOST_AUTO_TEST_CASE(too_few_watches_are_reported_once_with_the_remedy) {
  const TempFolder root;
  for (const char* name : {"a/x.md", "b/x.md", "c/x.md"}) root.write(name);
  const std::string expected = root.path("b") +
                               ": cannot be watched: No space left on device; looking for changes "
                               "from time to time instead (raise fs.inotify.max_user_watches "
                               "with sysctl)";
  const std::string user = std::to_string(::geteuid());
  const Outcome outcome = in_child([&]() -> int {
    write_number("/proc/self/uid_map", "0 " + user + " 1");
    write_number("/proc/sys/user/max_inotify_watches", "2");
    std::string limit;
    std::ifstream("/proc/sys/user/max_inotify_watches") >> limit;
    if (limit != "2") return not_permitted;
    FolderWatcher watcher(roots_at({root.path()}));
    const Changes first = watcher.wait(kLimits);
    const Changes second = watcher.wait(kLimits);
    const bool told = first.changed && first.diagnostics.size() == 1 &&
                      first.diagnostics[0].path + ": " + first.diagnostics[0].text == expected;
    const bool polls = second.changed && second.diagnostics.empty();
    return told && polls ? as_expected : unexpected;
  });
  if (outcome == not_permitted) BOOST_TEST_MESSAGE("no user namespaces here: not tested");
  BOOST_TEST(outcome != unexpected);
}

BOOST_AUTO_TEST_CASE(a_stop_ends_a_wait_from_another_thread) {
  const TempFolder root;
  FolderWatcher watcher(roots_at({root.path()}));
  std::jthread stopper([&watcher] {
    std::this_thread::sleep_for(50ms);
    watcher.request_stop();
  });
  WaitLimits limits;
  limits.timeout = 10s;
  BOOST_TEST(text_of(watcher.wait(limits)) == "stopped ");
  BOOST_TEST(text_of(watcher.wait(limits)) == "stopped ");
}

BOOST_AUTO_TEST_CASE(a_stop_ends_a_wait_from_a_signal_handler) {
  static FolderWatcher* stopped_by_signal = nullptr;
  const TempFolder root;
  FolderWatcher watcher(roots_at({root.path()}));
  stopped_by_signal = &watcher;
  struct sigaction action {};
  action.sa_handler = [](int) { stopped_by_signal->request_stop(); };
  struct sigaction before {};
  ::sigaction(SIGUSR1, &action, &before);
  const pthread_t waiting = ::pthread_self();
  std::jthread sender([waiting] {
    std::this_thread::sleep_for(50ms);
    ::pthread_kill(waiting, SIGUSR1);
  });
  WaitLimits limits;  // no timeout at all
  BOOST_TEST(text_of(watcher.wait(limits)) == "stopped ");
  sender.join();
  ::sigaction(SIGUSR1, &before, nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

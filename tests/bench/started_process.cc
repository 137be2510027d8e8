// SPDX-License-Identifier: GPL-2.0-or-later
// Starts one command and prints its wall and CPU microseconds, peak kilobytes and exit code. A
// program of its own, because a process's peak is never told as less than that of the one it was
// forked from.
//     started_process COMMAND ARGUMENT...
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int kCannotStart = 127;
constexpr unsigned kLongestSeconds = 300;

[[noreturn]] void become(char** command) {
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(nowhere, stream);
  ::alarm(kLongestSeconds);  // survives the exec
  ::execvp(*command, command);
  ::_exit(kCannotStart);
}

long microseconds(const timeval& time) {
  return time.tv_sec * 1'000'000L + time.tv_usec;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) return kCannotStart;
  const auto began = std::chrono::steady_clock::now();
  const pid_t child = ::fork();
  if (child == 0) become(arguments + 1);
  int status = 0;
  rusage usage{};
  if (child < 0 || ::wait4(child, &status, 0, &usage) != child) return kCannotStart;
  const std::chrono::duration<double, std::micro> wall = std::chrono::steady_clock::now() - began;
  std::printf("%.0f %ld %ld %d\n", wall.count(),
              microseconds(usage.ru_utime) + microseconds(usage.ru_stime), usage.ru_maxrss,
              WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
  return 0;
}

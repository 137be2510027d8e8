// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <unistd.h>

#include "common/error.h"

namespace notes {
namespace {

[[noreturn]] void throw_write_error() {
  throw Error(ExitCode::failure, std::string("write error: ") + std::strerror(errno),
              "what was printed is not complete; look where the output goes");
}

}  // namespace

void print(std::string_view text) {
  if (std::ferror(stdout) != 0) return;  // already reported
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw_write_error();
}

void print_aside(std::string_view text) {
  if (text.empty()) return;
  flush_output();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

void flush_output() {
  if (std::ferror(stdout) == 0 && std::fflush(stdout) != 0) throw_write_error();
}

void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // Opened for the wrong direction, so that using it fails as on a closed one.
    [[maybe_unused]] const int lowest_free =
        ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace notes

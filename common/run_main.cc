// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <new>
#include <string>
#include <unistd.h>

#include <xapian.h>

#include "common/text/printable.h"

namespace notes {
namespace {

// The current exception as an Error.
Error current_error() {
  try {
    throw;
  } catch (const Error& error) {
    return error;
  } catch (const Xapian::Error& error) {
    return Error(ExitCode::failure, "the index: " + error.get_description());
  } catch (const std::bad_alloc&) {
    return Error(ExitCode::failure, "out of memory");
  } catch (const std::exception& error) {
    return Error(ExitCode::failure, error.what());
  }
}

// If the caller closed stdin, stdout or stderr, takes their numbers. Otherwise a file that we
// open would get one, and our output would end up in it.
void occupy_closed_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
    // Opened for the wrong direction, so that using it fails as on a closed one.
    [[maybe_unused]] const int lowest_free =
        ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

[[noreturn]] void throw_write_error() {
  throw Error(ExitCode::failure, std::string("write error: ") + std::strerror(errno),
              "the output is incomplete; check where it goes");
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

void report_to_people(std::string_view program, const Error& error, int /*argc*/, char** /*argv*/) {
  std::string message;
  message.append(program).append(": ").append(error.text()).append("\n");
  if (!error.hint().empty()) message.append("hint: ").append(error.hint()).append("\n");
  std::fflush(stdout);  // so that its lines come first; a failure here does not matter
  std::fputs(printable_lines(message).c_str(), stderr);
}

int run_main(std::string_view program, MainFunction body, int argc, char** argv,
             ErrorReport report) {
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGXFSZ, SIG_IGN);  // a file size limit is an error, like a full disk
  occupy_closed_streams();
  try {
    const ExitCode code = body(argc, argv);
    flush_output();
    return static_cast<int>(code);
  } catch (...) {
    const Error error = current_error();
    try {
      report(program, error, argc, argv);
    } catch (const Error& lost) {
      report_to_people(program, lost, argc, argv);
    }
    return static_cast<int>(error.exit_code());
  }
}

}  // namespace notes

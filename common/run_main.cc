// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include <xapian.h>

#include "common/output.h"
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

}  // namespace

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

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/run_main.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>
#include <string>

#include <xapian.h>

#include "common/text/printable.h"

namespace notes {
namespace {

int report(std::string_view program, const Error& error) {
  std::string message;
  message.append(program).append(": ").append(error.text()).append("\n");
  if (!error.hint().empty()) message.append("hint: ").append(error.hint()).append("\n");
  std::fputs(printable_lines(message).c_str(), stderr);
  return static_cast<int>(error.exit_code());
}

}  // namespace

int run_main(std::string_view program, MainFunction body, int argc, char** argv) {
  std::signal(SIGPIPE, SIG_DFL);
  try {
    return static_cast<int>(body(argc, argv));
  } catch (const Error& error) {
    return report(program, error);
  } catch (const Xapian::Error& error) {
    return report(program, Error(ExitCode::failure, "the index: " + error.get_description()));
  } catch (const std::bad_alloc&) {
    return report(program, Error(ExitCode::failure, "out of memory"));
  } catch (const std::exception& error) {
    return report(program, Error(ExitCode::failure, error.what()));
  }
}

}  // namespace notes

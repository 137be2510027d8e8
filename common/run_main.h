// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the body of a program. The only place that prints errors and picks exit codes.
#pragma once

#include <string_view>

#include "common/error.h"

namespace notes {

using MainFunction = ExitCode (*)(int argc, char** argv);

// Reports why a run failed.
using ErrorReport = void (*)(std::string_view program, const Error& error, int argc, char** argv);

// "program: text" and "hint: …" on stderr.
void report_to_people(std::string_view program, const Error& error, int argc, char** argv);

// Reports any exception (an Error, Xapian's, the standard library's) and output that cannot be
// written, and returns the exit code. If nobody reads our pipe any more, the program ends quietly.
int run_main(std::string_view program, MainFunction body, int argc, char** argv,
             ErrorReport report = report_to_people);

}  // namespace notes

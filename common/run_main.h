// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the body of a program: the only place that prints errors and picks exit codes.
#pragma once

#include <string_view>

#include "common/error.h"

namespace notes {

using MainFunction = ExitCode (*)(int argc, char** argv);

// Tells why a run failed.
using ErrorReport = void (*)(std::string_view program, const Error& error, int argc, char** argv);

// "program: text" and "hint: …" on stderr.
void report_to_people(std::string_view program, const Error& error, int argc, char** argv);

// Any exception (an Error, Xapian's, the standard library's) is reported and becomes its exit code,
// and so does output that cannot be written. A pipe that nobody reads any more ends the program
// quietly.
int run_main(std::string_view program, MainFunction body, int argc, char** argv,
             ErrorReport report = report_to_people);

}  // namespace notes

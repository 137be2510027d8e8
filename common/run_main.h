// SPDX-License-Identifier: GPL-2.0-or-later
// Runs the body of a program and writes its output. The only place that prints errors and picks
// exit codes.
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

// To stdout. Throws Error if it cannot be written, here or later in flush_output().
void print(std::string_view text);

// To stderr, after flushing stdout, so that their lines stay in order. Throws as print does.
void print_aside(std::string_view text);

// Writes what print() has buffered. Throws Error, for example if the disk is full.
void flush_output();

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// notes-query: parses the options, runs the command, writes the output.
#pragma once

#include <string_view>

#include "common/error.h"

namespace notes {

ExitCode query_main(int argc, char** argv);

// The error reporter for run_main. Writes to stderr as --messages says; with --json or
// --format=jsonl, also writes the error to stdout as JSON.
void report_query_error(std::string_view program, const Error& error, int argc, char** argv);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// The body of notes-query: options, the command they ask for, output.
#pragma once

#include <string_view>

#include "common/error.h"

namespace notes {

ExitCode query_main(int argc, char** argv);

// As run_main asks for it: on stderr, unless --messages says otherwise, and under --json and
// --format=jsonl on stdout as data.
void report_query_error(std::string_view program, const Error& error, int argc, char** argv);

}  // namespace notes

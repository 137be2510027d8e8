// SPDX-License-Identifier: GPL-2.0-or-later
// The body of notes-query: options, the command they ask for, output.
#pragma once

#include "common/error.h"

namespace notes {

ExitCode query_main(int argc, char** argv);

}  // namespace notes

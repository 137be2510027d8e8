// SPDX-License-Identifier: GPL-2.0-or-later
// The body of notes-index: carries out each command with the parts below this folder.
#pragma once

#include "common/error.h"

namespace notes {

ExitCode index_main(int argc, char** argv);

}  // namespace notes

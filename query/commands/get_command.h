// SPDX-License-Identifier: GPL-2.0-or-later
// Prints a section with all that stands below it as the Markdown of its note.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput get_command(const CommandRequest& request);

}  // namespace notes

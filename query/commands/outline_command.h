// SPDX-License-Identifier: GPL-2.0-or-later
// Lists the sections of a note.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput outline_command(const CommandRequest& request);

}  // namespace notes

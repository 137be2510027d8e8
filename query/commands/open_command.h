// SPDX-License-Identifier: GPL-2.0-or-later
// --open: the editor at the best line of a hit.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput open_command(const CommandRequest& request);

}  // namespace notes

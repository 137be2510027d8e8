// SPDX-License-Identifier: GPL-2.0-or-later
// Shows sections like a given one, as a search result.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput like_command(const CommandRequest& request);

}  // namespace notes

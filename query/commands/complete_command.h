// SPDX-License-Identifier: GPL-2.0-or-later
// Completes the last word of a query, for shells and editors.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput complete_command(const CommandRequest& request);

}  // namespace notes

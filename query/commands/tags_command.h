// SPDX-License-Identifier: GPL-2.0-or-later
// Lists all tags, and the names found in the text after them, with counts.
#pragma once

#include "query/commands/command.h"

namespace notes {

CommandOutput tags_command(const CommandRequest& request);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include <unistd.h>

#include "query/commands/commands.h"
#include "query/mcp/server.h"

namespace notes {

CommandOutput mcp_command(const CommandRequest& request) {
  mcp::Workspace workspace{request.search, request.saved_searches, refresh_for(request.search)};
  workspace.search.request = {};  // settings are for people: a tool does what its schema says
  mcp::serve(STDIN_FILENO, workspace, request.verbose ? mcp::Log::requests : mcp::Log::none);
  return {};
}

}  // namespace notes

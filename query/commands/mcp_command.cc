// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>

#include "query/commands/commands.h"
#include "query/mcp/server.h"

namespace notes {

CommandOutput mcp_command(const CommandRequest& request) {
  mcp::Workspace workspace{request.search, request.saved_searches, refresh_for(request.search)};
  workspace.search.request = {};  // a person's settings must not change what a schema says
  mcp::serve(stdin, workspace, request.verbose ? mcp::Log::requests : mcp::Log::none);
  return {};
}

}  // namespace notes

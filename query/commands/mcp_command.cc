// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdio>

#include "query/commands/commands.h"
#include "query/mcp/server.h"

namespace notes {

CommandOutput mcp_command(const CommandRequest& request) {
  // A person's settings must not change what a schema says.
  SearchRequest search;
  search.index_directory = request.search.index_directory;
  search.synonyms = request.search.synonyms;
  mcp::Workspace workspace{std::move(search), request.saved_searches, refresh_for(request.search)};
  mcp::serve(stdin, workspace, request.verbose ? mcp::Log::requests : mcp::Log::none);
  return {};
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Serves one client with the methods of MCP in both its eras: revisions up to 2025-11-25, which
// begin with `initialize`, and 2026-07-28, where each request names its revision. Which era a
// request belongs to is seen in the request itself, so one process serves both.
#pragma once

#include <cstdint>

#include "query/mcp/message.h"
#include "query/mcp/tool.h"

namespace notes::mcp {

// The result of a request. Throws RequestError.
Json answer_request(const Message& request, Workspace& workspace);

enum class Log : std::uint8_t { none, requests };  // to stderr

// A thread reads messages, the caller's thread answers them in their order: so one that waits can
// be cancelled, and only one thread writes. Until the end of input, when all that was asked is
// answered. Throws Error when an answer cannot be written.
void serve(int input, Workspace& workspace, Log log);

}  // namespace notes::mcp

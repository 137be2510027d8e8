// SPDX-License-Identifier: GPL-2.0-or-later
// Serves one client in both eras of MCP: revisions up to 2025-11-25, which start with `initialize`,
// and 2026-07-28, in which each request names its revision. The request itself shows its era, so
// one process serves both.
#pragma once

#include <cstdint>
#include <cstdio>

#include "query/mcp/message.h"
#include "query/mcp/tool.h"

namespace notes::mcp {

// The result of a request. Throws RequestError.
Json answer_request(const Message& request, Workspace& workspace);

enum class Log : std::uint8_t { none, requests };  // to stderr

// Reads on a thread of its own and answers on this one, in order, so that requests can be cancelled
// and only one thread writes. Returns when the input has ended and every request is answered.
// Throws Error if an answer cannot be written.
void serve(std::FILE* input, Workspace& workspace, Log log);

}  // namespace notes::mcp

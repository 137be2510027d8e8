// SPDX-License-Identifier: GPL-2.0-or-later
// Notes and sections as resources, note:///PATH, for people who attach them by hand.
#pragma once

#include <string>

#include "query/mcp/tool.h"

namespace notes::mcp {

// A page of the notes behind `cursor` (empty for the first), by path. Throws Error as with_index
// does, RequestError for a cursor that is none of ours.
Json list_resources(const std::string& cursor, Workspace& workspace);

Json list_resource_templates();

// The Markdown of a note or a section. Throws RequestError (resource_not_found).
Json read_resource(const std::string& uri, Workspace& workspace);

}  // namespace notes::mcp

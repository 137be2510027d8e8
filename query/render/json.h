// SPDX-License-Identifier: GPL-2.0-or-later
// One document: the envelope of query/render/result.schema.json, indented for people to read.
#pragma once

#include <ostream>

#include "query/render/renderer.h"

namespace notes {

void render_json(const SearchResult& result, const RenderOptions& options, std::ostream& out);

}  // namespace notes

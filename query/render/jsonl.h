// SPDX-License-Identifier: GPL-2.0-or-later
// One hit a line, as in the envelope's results; nothing when there is no hit.
#pragma once

#include <ostream>

#include "query/render/renderer.h"

namespace notes {

void render_jsonl(const SearchResult& result, const RenderOptions& options, std::ostream& out);

}  // namespace notes

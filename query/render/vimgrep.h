// SPDX-License-Identifier: GPL-2.0-or-later
// A row `path:line:column:text` per matching line, for quickfix lists and grep modes.
#pragma once

#include <ostream>

#include "query/render/renderer.h"

namespace notes {

void render_vimgrep(const SearchResult& result, const RenderOptions& options, std::ostream& out);

}  // namespace notes

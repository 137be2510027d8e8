// SPDX-License-Identifier: GPL-2.0-or-later
// Each note once, best first: for xargs and scripts.
#pragma once

#include <ostream>

#include "query/render/renderer.h"

namespace notes {

void render_paths(const SearchResult& result, const RenderOptions& options, std::ostream& out);

}  // namespace notes

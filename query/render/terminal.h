// SPDX-License-Identifier: GPL-2.0-or-later
// The format for people: each thread once, its best sections and their matching lines under it.
#pragma once

#include <ostream>

#include "query/render/renderer.h"

namespace notes {

void render_text(const SearchResult& result, const RenderOptions& options, std::ostream& out);

}  // namespace notes

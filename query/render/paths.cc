// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>
#include <string_view>

#include "query/render/renderers.h"
#include "query/render/safe_text.h"

namespace notes {

// Escapes line breaks and control characters, so that each path is one row. With NUL as the end,
// writes every path as it is.
void render_paths(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  std::set<std::string_view> seen;
  for (const Hit& hit : result.hits) {
    if (!seen.insert(hit.path).second) continue;
    if (options.nul_separated) {
      out << hit.path << '\0';
    } else {
      out << printable_path(hit.path) << '\n';
    }
  }
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>
#include <string_view>

#include "query/render/renderers.h"
#include "query/render/safe_text.h"

namespace notes {

// A path with a line break or an escape sequence cannot be one row of text, so it is shown, not
// given; ended by NUL, every path comes as the file system spells it.
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

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <vector>

#include "query/render/renderers.h"
#include "query/render/safe_text.h"
#include "query/render/shown_path.h"

namespace notes {
namespace {

std::vector<const Snippet*> best_first(const Hit& hit) {
  std::vector<const Snippet*> matching;
  for (const Snippet& snippet : hit.snippets) {
    if (!snippet.highlights.empty()) matching.push_back(&snippet);
  }
  const auto is_best = [&](const Snippet* snippet) {
    return snippet == &hit.snippets[hit.best_snippet];
  };
  const auto best = std::find_if(matching.begin(), matching.end(), is_best);
  if (best != matching.end()) std::rotate(matching.begin(), best, best + 1);
  return matching;
}

void write_row(const Hit& hit, const Snippet& row, const RenderOptions& options,
               std::ostream& out) {
  out << printable_path(path_from_here(hit.path, options)) << ':' << row.line << ':' << row.column
      << ':' << printable(row.text) << '\n';
}

Snippet heading_row(const Hit& hit) {
  Snippet row;
  row.line = hit.section.heading_line();
  row.text = hit.section.title();
  return row;
}

}  // namespace

void render_vimgrep(const SearchResult& result, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : result.hits) {
    const std::vector<const Snippet*> rows = best_first(hit);
    if (rows.empty()) write_row(hit, heading_row(hit), options, out);
    for (const Snippet* row : rows) write_row(hit, *row, options, out);
  }
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/command.h"

#include <algorithm>
#include <sstream>

#include "common/index/open_index.h"
#include "query/render/advice.h"
#include "query/render/fitted_lines.h"
#include "query/render/renderers.h"
#include "query/search/around/section_lookup.h"

namespace notes {

bool is_json(const CommandRequest& request) {
  return request.render.format.starts_with("json");
}

Error unknown_section(const CommandRequest& request) {
  return with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return unknown_section(index, request.argument);
  });
}

JsonLayout json_layout(const CommandRequest& request) {
  return request.render.format == "jsonl" ? JsonLayout::rows : document_layout(request.render);
}

// The hits, fitted to the terminal, between the two parts of the advice.
std::string page_of(const SearchResult& result, const Advice& advice, RenderOptions render) {
  const std::string above = wrapped(advice.above, render.width);
  const int rows_above = static_cast<int>(std::ranges::count(above, '\n'));
  if (render.height > 0) render.height = std::max(1, render.height - rows_above);
  std::ostringstream page;
  if (!above.empty()) page << above << '\n';
  render_text(result, render, page);
  if (!advice.below.empty()) page << '\n' << wrapped(advice.below, render.width);
  return page.str();
}

CommandOutput output_of(const SearchResult& result, const CommandRequest& request) {
  const bool is_text = request.render.format == "text";
  const Advice advice = advice_on(result, is_text);
  CommandOutput output;
  if (is_text && request.render.is_page && !result.hits.empty()) {
    output.data = page_of(result, advice, request.render);
  } else {
    std::ostringstream out;
    find_format(request.render.format)->render(result, request.render, out);
    output.data = out.str();
    // A JSON document already contains the advice.
    if (request.render.format != "json") output.advice = advice.above + advice.below;
  }
  output.exit_code = result.hits.empty() ? ExitCode::nothing_found : ExitCode::found;
  return output;
}

CommandOutput search_command(const CommandRequest& request) {
  SearchRequest search = request.search;
  search.full_matches_suffice = request.render.format == "text";
  return output_of(run_search(search), request);
}

}  // namespace notes

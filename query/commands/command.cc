// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/command.h"

#include <sstream>

#include "common/index/open_index.h"
#include "query/render/advice.h"
#include "query/render/renderers.h"
#include "query/search/around/section_lookup.h"

namespace notes {

bool is_json(const CommandRequest& request) {
  return request.format.starts_with("json");
}

Error unknown_section(const CommandRequest& request) {
  return with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return unknown_section(index, request.argument);
  });
}

JsonLayout json_layout(const CommandRequest& request) {
  return request.format == "jsonl" ? JsonLayout::rows : document_layout(request.render);
}

CommandOutput output_of(const SearchResult& result, const CommandRequest& request) {
  std::ostringstream out;
  find_format(request.format)->render(result, request.render, out);
  CommandOutput output;
  output.data = out.str();
  // A JSON document carries its notes itself.
  if (request.format != "json") output.advice = advice_text(result, request.format == "text");
  output.exit_code = result.hits.empty() ? ExitCode::nothing_found : ExitCode::found;
  return output;
}

CommandOutput search_command(const CommandRequest& request) {
  SearchCommand search = request.search;
  search.request.full_matches_suffice = request.format == "text";
  return output_of(run_search(search), request);
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/open_index.h"
#include "query/commands/commands.h"
#include "query/render/safe_text.h"
#include "query/search/around/similar.h"

namespace notes {

CommandOutput like_command(const CommandRequest& request) {
  const ParsedQuery conditions = parse_request(request.search);
  bool is_known = true;
  IndexRefresh refresh = refresh_for(request.search);
  SearchResult result = fresh_result(refresh, [&] {
    auto similar = with_index(request.search.index_directory, [&](const OpenIndex& index) {
      return find_similar(index, request.argument, conditions, request.search);
    });
    is_known = similar.has_value();
    return is_known ? std::move(*similar) : SearchResult{};
  });
  if (!is_known) throw unknown_section(request);
  CommandOutput output = output_of(result, request);
  if (result.hits.empty()) output.advice = "no other section is like it\n";
  return output;
}

}  // namespace notes

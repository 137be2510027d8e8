// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/tags_command.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "query/commands/facets_command.h"
#include "query/render/json_lists.h"
#include "query/render/text_lists.h"

namespace notes {

CommandOutput tags_command(const CommandRequest& request) {
  constexpr std::array<std::string_view, 2> kLabels{kTagsFacet, kNamesFacet};
  const FacetCounts counts = count_fresh_facets(request, kLabels);
  CommandOutput output;
  std::ostringstream out;
  if (is_json(request))
    write_json_tags(counts, json_layout(request.format), out);
  else
    write_text_tags(counts, request.render, out);
  output.data = out.str();
  const bool has_labels =
      std::ranges::any_of(counts.facets, [](const Facet& facet) { return !facet.values.empty(); });
  if (!has_labels) output.exit_code = ExitCode::nothing_found;
  return output;
}

}  // namespace notes

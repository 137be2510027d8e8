// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/facets_command.h"

#include <algorithm>
#include <sstream>

#include "common/index/open_index.h"
#include "common/text/joined.h"
#include "query/render/json_lists.h"
#include "query/render/text_lists.h"
#include "query/search/around/facets.h"

namespace notes {
namespace {

// Throws Error for a name that is not in the table.
std::vector<std::string_view> parse_names(const std::string& list) {
  const auto known = facet_names();
  std::vector<std::string_view> names;
  std::istringstream rest(list);
  for (std::string typed; std::getline(rest, typed, ',');) {
    const auto row = std::ranges::find(known, typed);
    if (row == known.end())
      throw Error(ExitCode::failure, "--facets: no facet '" + typed + "'",
                  "take some of " + joined(known, ","));
    if (std::ranges::find(names, *row) == names.end()) names.push_back(*row);
  }
  return names.empty() ? known : names;
}

// Cuts each facet to the first values; says what is missing.
std::string limit_values(FacetCounts& counts, std::size_t limit) {
  std::string advice;
  for (Facet& facet : counts.facets) {
    if (facet.values.size() <= limit) continue;
    facet.values.resize(limit);
    advice.append(facet.name)
        .append(": ")
        .append(std::to_string(facet.distinct - limit))
        .append(" more values: -n ")
        .append(std::to_string(facet.distinct))
        .append(" shows them\n");
  }
  return advice;
}

}  // namespace

CommandOutput facets_command(const CommandRequest& request) {
  const auto names = parse_names(request.argument);
  FacetCounts counts = count_fresh_facets(request, names);
  const std::string advice =
      limit_values(counts, static_cast<std::size_t>(request.search.request.limit));
  CommandOutput output;
  std::ostringstream out;
  if (is_json(request)) {
    write_json(counts, json_layout(request.format), out);
  } else if (counts.sections > 0) {
    write_text(counts, request.render, out);
    output.advice = advice;
  } else {
    output.advice = "no section has every word of the query\n";
  }
  output.data = out.str();
  if (counts.sections == 0) output.exit_code = ExitCode::nothing_found;
  return output;
}

FacetCounts count_fresh_facets(const CommandRequest& request,
                               std::span<const std::string_view> names) {
  const ParsedQuery parsed = parse_command(request.search);
  const IndexRefresh refresh(request.search.index_directory, request.search.refresh);
  return with_index(request.search.index_directory,
                    [&](const OpenIndex& index) { return count_facets(index, parsed, names); });
}

}  // namespace notes

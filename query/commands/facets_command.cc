// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <sstream>

#include "common/text/joined.h"
#include "query/commands/commands.h"
#include "query/fresh/fresh_reading.h"
#include "query/render/json_lists.h"
#include "query/render/text_lists.h"

namespace notes {
namespace {

// Throws Error for an unknown facet.
std::vector<std::string_view> parse_names(const std::string& list) {
  const auto known = facet_names();
  std::vector<std::string_view> names;
  std::istringstream rest(list);
  for (std::string typed; std::getline(rest, typed, ',');) {
    const auto row = std::ranges::find(known, typed);
    if (row == known.end())
      throw Error(ExitCode::failure, "--facets: no facet '" + typed + "'",
                  "use some of " + joined(known, ","));
    if (std::ranges::find(names, *row) == names.end()) names.push_back(*row);
  }
  return names.empty() ? known : names;
}

// Cuts each facet to its first `limit` values. Returns advice on what was cut.
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
  IndexRefresh refresh(request.search.index_directory, request.search.refresh);
  FacetCounts counts = count_fresh_facets(refresh, request.search, names);
  const std::string advice = limit_values(counts, static_cast<std::size_t>(request.search.limit));
  CommandOutput output;
  std::ostringstream out;
  if (is_json(request)) {
    write_json(counts, json_layout(request), out);
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

// All tags, then the names found in the text of notes.
CommandOutput tags_command(const CommandRequest& request) {
  constexpr std::array<std::string_view, 2> kLabels{kTagsFacet, kNamesFacet};
  IndexRefresh refresh(request.search.index_directory, request.search.refresh);
  const FacetCounts counts = count_fresh_facets(refresh, request.search, kLabels);
  CommandOutput output;
  std::ostringstream out;
  if (is_json(request))
    write_json_tags(counts, json_layout(request), out);
  else
    write_text_tags(counts, request.render, out);
  output.data = out.str();
  const bool has_labels =
      std::ranges::any_of(counts.facets, [](const Facet& facet) { return !facet.values.empty(); });
  if (!has_labels) output.exit_code = ExitCode::nothing_found;
  return output;
}

}  // namespace notes

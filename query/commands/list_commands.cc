// SPDX-License-Identifier: GPL-2.0-or-later
// The commands that list words of the index: --facets, --tags, --complete.
#include <algorithm>
#include <array>
#include <sstream>

#include "common/index/open_index.h"
#include "common/text/joined.h"
#include "common/text/printable.h"
#include "query/commands/command.h"
#include "query/render/json.h"
#include "query/search/around/around.h"

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
      throw Error(ExitCode::failure, "--facets: there is no facet '" + typed + "'",
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
    advice += std::string(facet.name) + ": " + std::to_string(facet.distinct - limit) +
              " more values: -n " + std::to_string(facet.distinct) + " shows them\n";
  }
  return advice;
}

// The saved searches, as `@name`, that start with the last word.
std::vector<std::string> saved_names(const SavedSearches& searches, std::string_view word) {
  word.remove_prefix(word.find_last_of(" \t\n") + 1);
  const std::string sign(word.substr(0, word.starts_with('-') ? 1 : 0));
  word.remove_prefix(sign.size());
  std::vector<std::string> names;
  if (!word.starts_with('@')) return names;
  for (const auto& [name, query] : searches)
    if (name.starts_with(word.substr(1))) names.push_back(sign + "@" + name);
  return names;
}

}  // namespace

CommandOutput facets_command(const CommandRequest& request) {
  const auto names = parse_names(request.argument);
  IndexRefresh refresh(request.search);
  FacetCounts counts = count_fresh_facets(refresh, request.search, names);
  const std::string advice = limit_values(counts, static_cast<std::size_t>(request.search.limit));
  const ExitCode code = counts.sections == 0 ? ExitCode::nothing_found : ExitCode::found;
  if (is_json(request)) return {json_text(counts, request.render), "", code};
  if (counts.sections == 0) return {"", "no section has every word of the query\n", code};
  return {list_of(counts, request.render), advice, code};
}

// All tags, then the names found in the text of notes.
CommandOutput tags_command(const CommandRequest& request) {
  constexpr std::array<std::string_view, 2> kLabels{kTagsFacet, kNamesFacet};
  IndexRefresh refresh(request.search);
  const FacetCounts counts = count_fresh_facets(refresh, request.search, kLabels);
  CommandOutput output;
  output.data = is_json(request) ? json_text_of_tags(counts, request.render)
                                 : list_of_tags(counts, request.render);
  const bool has_labels =
      std::ranges::any_of(counts.facets, [](const Facet& facet) { return !facet.values.empty(); });
  if (!has_labels) output.exit_code = ExitCode::nothing_found;
  return output;
}

std::vector<std::string> completed_words(const std::string& index_directory,
                                         const SavedSearches& searches, const std::string& text) {
  constexpr std::size_t kMaxCompletions = 20;
  auto words = with_index(index_directory, [&](const OpenIndex& index) {
    return complete_word(index, text, kMaxCompletions);
  });
  for (std::string& word : saved_names(searches, text)) words.push_back(std::move(word));
  return words;
}

CommandOutput complete_command(const CommandRequest& request) {
  const std::vector<std::string> words =
      completed_words(request.search.index_directory, request.saved_searches, request.argument);
  CommandOutput output;
  if (is_json(request))
    output.data = json_text(words, request.render);
  else
    for (const std::string& word : words) output.data += printable(word) + "\n";
  if (words.empty()) output.exit_code = ExitCode::nothing_found;
  return output;
}

}  // namespace notes

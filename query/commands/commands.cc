// SPDX-License-Identifier: GPL-2.0-or-later
// The table of commands, and those that print what the index or a note says.
#include <algorithm>
#include <array>
#include <limits>
#include <sstream>

#include "common/index/open_index.h"
#include "common/text/joined.h"
#include "query/commands/command.h"
#include "query/render/json.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"
#include "query/render/text_page.h"
#include "query/search/around/around.h"

namespace notes {
namespace {

bool is_json(const CommandRequest& request) {
  return request.render.format.starts_with("json");
}

// The hits, fitted to the terminal, between the two parts of the advice.
std::string page_of(const SearchResult& result, const Advice& advice, RenderOptions render) {
  const std::string above = wrapped(advice.above, render.width);
  const int rows_above = static_cast<int>(std::ranges::count(above, '\n'));
  if (render.height > 0) render.height = std::max(1, render.height - rows_above);
  const std::string below = wrapped(advice.below, render.width);
  return above + (above.empty() ? "" : "\n") + render_text(result, render) +
         (below.empty() ? "" : "\n") + below;
}

// Renders the result in the requested format and adds advice.
CommandOutput output_of(const SearchResult& result, const CommandRequest& request) {
  const bool is_text = request.render.format == "text";
  const Advice advice = advice_on(result, is_text);
  CommandOutput output;
  if (is_text && request.render.is_page && !result.hits.empty()) {
    output.data = page_of(result, advice, request.render);
  } else {
    output.data = find_format(request.render.format)->render(result, request.render);
    // A JSON document already contains the advice.
    if (request.render.format != "json") output.advice = advice.above + advice.below;
  }
  output.exit_code = result.hits.empty() ? ExitCode::nothing_found : ExitCode::found;
  return output;
}

constexpr std::size_t kMaxListed = 10;

std::size_t max_bytes(const CommandRequest& request) {
  if (request.max_tokens == 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(request.max_tokens) * kBytesPerToken;
}

Error unknown_section(const CommandRequest& request) {
  return with_index(request.search.index_directory, [&](const OpenIndex& index) {
    return unknown_section(index, request.argument);
  });
}

std::string cut_text(const Passage& passage) {
  if (passage.markdown.size() == passage.whole_bytes) return {};
  std::string text = "cut after line " + std::to_string(passage.last_line) + " of " +
                     std::to_string(passage.hit.section.last_line_below) + ": --max-tokens " +
                     std::to_string(tokens_of(passage.whole_bytes)) + " shows all of it\n";
  for (std::size_t i = 0; i < std::min(kMaxListed, passage.left_out.size()); ++i)
    text += "left out: line " + std::to_string(passage.left_out[i].heading_line()) + ": " +
            printable(passage.left_out[i].title()) + "\n";
  if (passage.left_out.size() > kMaxListed)
    text += "and " + std::to_string(passage.left_out.size() - kMaxListed) + " more sections\n";
  return text;
}

std::string markdown_of(const Passage& passage, const CommandRequest& request) {
  if (!is_json(request)) {
    const std::string end = passage.markdown.ends_with('\n') ? "" : "\n";
    return (request.render.to_terminal ? printable_lines(passage.markdown) : passage.markdown) +
           end;
  }
  return json_text(passage, request.render);
}

CommandOutput get_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search);
  const auto passage = read_fresh_passage(refresh, request.argument, max_bytes(request));
  if (!passage) throw unknown_section(request);
  if (passage->markdown.empty())
    throw Error(ExitCode::nothing_found,
                passage->hit.path + ": no longer exists or cannot be read");
  CommandOutput output{markdown_of(*passage, request), cut_text(*passage), ExitCode::found};
  if (passage->hit.stale)
    output.advice += printable(passage->hit.path) +
                     ": changed since it was indexed: this may not be the whole section\n";
  return output;
}

CommandOutput like_command(const CommandRequest& request) {
  const ParsedQuery conditions = parse_request(request.search);
  bool is_known = true;
  IndexRefresh refresh(request.search);
  const SearchResult result = fresh_result(refresh, [&](const OpenIndex& index) {
    auto similar = find_similar(index, request.argument, conditions, request.search);
    is_known = similar.has_value();
    return std::move(similar).value_or(SearchResult{});
  });
  if (!is_known) throw unknown_section(request);
  CommandOutput output = output_of(result, request);
  if (result.hits.empty()) output.advice = "no other section is similar\n";
  return output;
}

CommandOutput outline_command(const CommandRequest& request) {
  IndexRefresh refresh(request.search);
  const NoteOutline outline = read_fresh_outline(refresh, request.argument);
  if (outline.sections.empty())
    throw Error(ExitCode::nothing_found, "the index has no note " + request.argument,
                "notes-query --format=paths lists notes; notes-index --status names the folders");
  CommandOutput output;
  output.data =
      is_json(request) ? json_text(outline, request.render) : list_of(outline, request.render);
  if (outline.stale)
    output.advice =
        printable(outline.path) + ": changed since it was indexed: line numbers may be wrong\n";
  return output;
}

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

constexpr std::array<Command, 10> kCommands{{
    {"--interactive", "", "search as you type, in fzf", CommandQuery::narrows, kOnlyText,
     interactive_command},
    {"--open", "[N]", "open the N-th section (default 1) in your editor", CommandQuery::narrows,
     kOnlyText, open_command},
    {"--get", "SECTION", "print the section with this id, or at PATH:LINE, as Markdown",
     CommandQuery::none, kTextOrJson, get_command},
    {"--like", "SECTION", "find sections like the one with this id, or at PATH:LINE",
     CommandQuery::narrows, "", like_command},
    {"--outline", "PATH", "list the sections of a note", CommandQuery::none, kTextOrJson,
     outline_command},
    {"--tags", "", "list all tags and names with the number of sections", CommandQuery::narrows,
     kTextOrJson, tags_command},
    {"--facets", "LIST", "count sections by tags, names, year, site or level",
     CommandQuery::narrows, kTextOrJson, facets_command},
    {"--complete", "TEXT", "complete the last word of a half-typed query", CommandQuery::none,
     kTextOrJson, complete_command},
    {"--mcp", "", "serve an agent (MCP) on standard input and output", CommandQuery::comes_later,
     kOnlyText, mcp_command, false},
    {"--mcp-config", "CLIENT", "print what claude-code, cursor, vscode and others need for --mcp",
     CommandQuery::none, kOnlyText, mcp_config_command, false},
}};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

bool takes_format(const Command& command, const std::string& format) {
  return command.formats.empty() || is_among(command.formats, format);
}

void check(const Command& command, const CommandRequest& request) {
  const std::string option(command.option);
  const bool has_query = !request.search.query.empty() || !request.search.conditions.empty();
  if (command.query != CommandQuery::narrows && has_query)
    throw Error(ExitCode::failure, option + ": takes no query",
                "leave out the words and conditions");
  if (!takes_format(command, request.render.format))
    throw Error(ExitCode::failure, option + ": cannot print " + request.render.format,
                command.formats == kOnlyText ? "leave out --format" : "use text, json or jsonl");
}

CommandOutput search_command(const CommandRequest& request) {
  SearchRequest search = request.search;
  search.full_matches_suffice = request.render.format == "text";
  return output_of(run_search(search), request);
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
}  // namespace notes

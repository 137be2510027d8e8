// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <filesystem>

#include "common/text/joined.h"
#include "query/commands/command.h"
#include "query/render/advice.h"
#include "query/render/text_page.h"

namespace notes {
namespace {

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

// The hits, fitted to the terminal, between the two parts of the advice.
std::string page_of(const SearchResult& result, const Advice& advice, RenderOptions render) {
  const std::string above = wrapped(advice.above, render.width);
  const int rows_above = static_cast<int>(std::ranges::count(above, '\n'));
  if (render.height > 0) render.height = std::max(1, render.height - rows_above);
  const std::string below = wrapped(advice.below, render.width);
  return above + (above.empty() ? "" : "\n") + render_text(result, render) +
         (below.empty() ? "" : "\n") + below;
}

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

bool is_json(const CommandRequest& request) {
  return request.render.format.starts_with("json");
}

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

CommandOutput search_command(const CommandRequest& request) {
  SearchRequest search = request.search;
  search.full_matches_suffice = request.render.format == "text";
  return output_of(run_search(search), request);
}

std::string own_program() {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? "notes-query" : self.string();
}

}  // namespace notes

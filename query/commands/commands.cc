// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/commands.h"

#include <array>

namespace notes {
namespace {

constexpr std::array<Command, 10> kCommands{{
    {"--interactive", "", "search as you type, in fzf", CommandQuery::narrows, CommandFormats::text,
     interactive_command},
    {"--open", "[N]", "open the N-th section (default 1) in your editor", CommandQuery::narrows,
     CommandFormats::text, open_command},
    {"--get", "SECTION", "print the section with this id, or at PATH:LINE, as Markdown",
     CommandQuery::none, CommandFormats::text_and_json, get_command},
    {"--like", "SECTION", "find sections like the one with this id, or at PATH:LINE",
     CommandQuery::narrows, CommandFormats::every, like_command},
    {"--outline", "PATH", "list the sections of a note", CommandQuery::none,
     CommandFormats::text_and_json, outline_command},
    {"--tags", "", "list all tags and names with the number of sections", CommandQuery::narrows,
     CommandFormats::text_and_json, tags_command},
    {"--facets", "LIST", "count sections by tags, names, year, site or level",
     CommandQuery::narrows, CommandFormats::text_and_json, facets_command},
    {"--complete", "TEXT", "complete the last word of a half-typed query", CommandQuery::none,
     CommandFormats::text_and_json, complete_command},
    {"--mcp", "", "serve an agent over standard input and output (MCP)", CommandQuery::comes_later,
     CommandFormats::text, mcp_command, false},
    {"--mcp-config", "CLIENT", "print what claude-code, cursor, vscode and others need for --mcp",
     CommandQuery::none, CommandFormats::text, mcp_config_command, false},
}};

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

bool takes_format(const Command& command, const std::string& format) {
  switch (command.formats) {
    case CommandFormats::text:
      return format == "text";
    case CommandFormats::text_and_json:
      return format == "text" || format == "json" || format == "jsonl";
    case CommandFormats::every:
      return true;
  }
  return true;
}

void check(const Command& command, const CommandRequest& request) {
  const std::string option(command.option);
  const bool has_query = !request.search.query.empty() || !request.search.conditions.empty();
  if (command.query != CommandQuery::narrows && has_query)
    throw Error(ExitCode::failure, option + ": takes no query",
                "leave out the words and conditions");
  if (!takes_format(command, request.render.format))
    throw Error(
        ExitCode::failure, option + ": cannot print " + request.render.format,
        command.formats == CommandFormats::text ? "leave out --format" : "use text, json or jsonl");
}

}  // namespace notes

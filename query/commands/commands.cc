// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/commands.h"

#include <array>

namespace notes {
namespace {

constexpr std::array<Command, 8> kCommands{{
    {"--interactive", "", "search as you type, in fzf", CommandQuery::narrows, CommandFormats::text,
     interactive_command},
    {"--open", "[N]", "the N-th section (default 1) in your editor, at its best line",
     CommandQuery::narrows, CommandFormats::text, open_command},
    {"--get", "SECTION", "the section of an id, or at PATH:LINE, as Markdown", CommandQuery::none,
     CommandFormats::text_and_json, get_command},
    {"--like", "SECTION", "sections like the one of an id, or at PATH:LINE", CommandQuery::narrows,
     CommandFormats::every, like_command},
    {"--outline", "PATH", "the sections of a note", CommandQuery::none,
     CommandFormats::text_and_json, outline_command},
    {"--tags", "", "all tags and names, with the number of their sections", CommandQuery::narrows,
     CommandFormats::text_and_json, tags_command},
    {"--facets", "LIST", "counts of tags,names,year,site,level (or some of them)",
     CommandQuery::narrows, CommandFormats::text_and_json, facets_command},
    {"--complete", "TEXT", "what the last word of a half-typed query may become",
     CommandQuery::none, CommandFormats::text_and_json, complete_command},
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
  if (command.query == CommandQuery::none && has_query)
    throw Error(ExitCode::failure, option + ": takes no query",
                "leave out the words and conditions");
  if (!takes_format(command, request.format))
    throw Error(ExitCode::failure, option + ": has no format " + request.format,
                command.formats == CommandFormats::text ? "leave out --format"
                                                        : "take text, json or jsonl");
}

}  // namespace notes

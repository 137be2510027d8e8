// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include <CLI/CLI.hpp>

#include "common/cli/config_file.h"
#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/schema.h"
#include "common/text/printable.h"
#include "query/options.h"
#include "query/render/json.h"
#include "query/render/renderers.h"

namespace notes {
namespace {

constexpr std::array<Choice<SortOrder>, 3> kSortOrders{{
    {SortOrder::relevance, "relevance", "best first"},
    {SortOrder::newest, "newest", "latest date first"},
    {SortOrder::oldest, "oldest", "earliest date first"},
}};

constexpr std::array<Choice<RefreshMode>, 3> kRefreshModes{{
    {RefreshMode::automatic, "auto", "update a stale index, but wait only briefly"},
    {RefreshMode::always, "always", "wait until the index is current"},
    {RefreshMode::never, "never", "search the index as it is"},
}};

constexpr std::array<Choice<LinkMode>, 3> kLinkModes{{
    {LinkMode::automatic, "auto", "on terminals that are known to support them"},
    {LinkMode::always, "always", "in pipes and files too"},
    {LinkMode::never, "never", "no links"},
}};

constexpr std::array<Choice<Grouping>, 4> kGroupings{{
    {Grouping::together, "together", "every section; text output groups them by thread"},
    {Grouping::thread, "thread", "the best section of each thread, and how many more it has"},
    {Grouping::note, "note", "the best section of each note, and how many more it has"},
    {Grouping::none, "none", "every section, by rank"},
}};

CLI::Option* add_level_option(CLI::App& app, std::optional<std::string>& level) {
  std::vector<ChoiceName> rows;
  for (const std::string& value :
       CLI::detail::split(std::string(field(FieldId::level).values), ' '))
    rows.push_back({value, ""});
  return add_named_choice(app, {"--level", "", "only sections of this kind"}, rows,
                          [rows, &level](std::size_t index) { level = rows[index].name; });
}

constexpr std::array<Choice<Messages>, 3> kMessages{{
    {Messages::people, "stderr", "standard error, as text"},
    {Messages::json, "json", "standard error, one JSON object per line"},
    {Messages::none, "none", "nowhere"},
}};

CLI::Option* add_format_option(CLI::App& app, std::string& format) {
  std::vector<ChoiceName> rows;
  for (const Format& row : formats())
    rows.push_back({std::string(row.name), std::string(row.help)});
  const auto take_form = [&format](const std::string& typed) {
    if (find_format(typed) == nullptr) return false;
    check_row_form(typed);
    format = typed;
    return true;
  };
  CLI::Option* option = add_named_choice(
      app, {"--format", "", "form (default text)"}, rows,
      [&format](std::size_t index) { format = formats()[index].name; }, take_form);
  return option->description(
      option->get_description() +
      "\n'{path}:{line}: {title}': one row for each section, laid out like this");
}

std::string checked_link_form(const std::string& form) {
  if (form.find("{path}") == form.npos)
    throw Error(ExitCode::failure, "--link-form: no {path} in '" + form + "'",
                "for example vscode://file{path}:{line}");
  if (printable(form) != form)
    throw Error(ExitCode::failure, "--link-form: a control character in '" + form + "'",
                "write it percent-encoded, like %1B");
  return form;
}

void add_choosing_options(CLI::App& app, SearchRequest& search, NamedConditions& conditions) {
  start_group(app, "Which sections");
  add_number(app, {"-n,--limit", "N", "show at most N sections (default 10)"}, {1, 10000},
             search.limit);
  add_number(app, {"--offset", "N", "skip the first N sections"}, {0, 1000000}, search.offset);
  add_choice<SortOrder>(app, "--sort", kSortOrders, search.sort, "order (default relevance)");
  add_level_option(app, conditions.level);
  add_texts(app, {"--tag", "TAG", "only sections with this tag (repeatable)"}, conditions.tags);
  add_texts(app, {"--path", "WORDS", "only notes whose path has these words (repeatable)"},
            conditions.paths);
  add_text(app, {"--after", "DAY", "only sections dated on this day or later"}, conditions.after);
  add_text(app, {"--before", "DAY", "only sections dated before this day"}, conditions.before);
  add_switch(
      app, "--strict", [&search] { search.strictness = Strictness::strict; },
      "only sections that have every word");
  add_switch(
      app, "--any", [&search] { search.strictness = Strictness::any; },
      "sections that have any of the words");
}

void add_command_options(CLI::App& app, QueryOptions& options) {
  CommandRequest& request = options.request;
  for (const Command& command : commands()) {
    start_group(app, command.is_daily ? kFindingAround : kFurtherOptions);
    const std::string option(command.option);
    const std::string help(command.help);
    const auto take = [&options, &command](const std::string& argument) {
      if (options.command == &kSearchCommand) options.command = &command;
      options.request.argument = argument;
    };
    if (command.argument.empty())
      add_switch(
          app, option == "--interactive" ? "-i," + option : option, [take] { take(""); }, help);
    else
      add_value(app, {option, std::string(command.argument), help}, take);
  }
  start_group(app, kFurtherOptions);
  add_number(app,
             {"--max-tokens", "N", "with --get: at most about N tokens of Markdown (0: no limit)"},
             {0, 100'000'000}, request.max_tokens);
  add_switch(app, "--verbose", request.verbose, "with --mcp: log each request on stderr");
}

void add_output_options(CLI::App& app, QueryOptions& options) {
  RenderOptions& render = options.request.render;
  start_group(app, "Output");
  add_format_option(app, render.format);
  add_switch(
      app, "--json", [&render] { render.format = "json"; }, "same as --format=json");
  add_number(app, {"-C,--context", "N", "show N lines around each matching line"}, {0, 100},
             options.request.search.context_lines);
  start_group(app, kFurtherOptions);
  add_switch(app, "-0,--null", render.nul_separated, "print paths, each followed by a NUL byte");
  add_value(app, {"--fields", "LIST", "JSON: only these members of each result, comma-separated"},
            [&render](const std::string& list) { render.fields = parse_fields(list); });
  add_switch(app, "--envelope", render.envelope, "jsonl: start with a line about the whole result");
  add_number(app, {"--format-version", "N", "fail unless the JSON has this version (1)"},
             {kJsonVersion, kJsonVersion}, options.format_version);
  add_choice<Messages>(app, "--messages", kMessages, options.messages,
                       "where to send remarks (default stderr)");
}

void add_terminal_options(CLI::App& app, QueryOptions& options) {
  RenderOptions& render = options.request.render;
  add_choice<LinkMode>(app, "--links", kLinkModes, options.links,
                       "link each place to its note (default auto)");
  add_value(app, {"--link-form", "FORM", "link target, such as vscode://file{path}:{line}"},
            [&render](const std::string& form) { render.link_form = checked_link_form(form); });
  add_text(app, {"--editor", "COMMAND", "editor for --open (default $VISUAL, then $EDITOR)"},
           options.request.editor);
  add_switch(app, "--no-pager", options.no_pager, "never use a pager");
  add_color_option(app, options.color);
  add_switch(app, "--twins", render.twins, "list every note that has a copy of the section");
}

void add_further_options(CLI::App& app, QueryOptions& options) {
  SearchRequest& search = options.request.search;
  add_choice<Grouping>(app, "--group", kGroupings, search.grouping,
                       "how to group sections (default together)");
  add_number(app,
             {"--recency", "DAYS", "favour recent sections; the effect halves every DAYS (0: off)"},
             {0, 100'000}, search.recency_days);
  add_switch(
      app, "--partial", [&search] { search.typing = Typing::partial; },
      "the last word is still being typed");
  add_switch(app, "--explain", search.explain,
             "show how the query was read and what each score is made of");
  add_choice<RefreshMode>(app, "--refresh", kRefreshModes, search.refresh,
                          "what to do when notes have changed (default auto)");
  add_text(app, {"--db", "DIR", "index directory (default $NOTES_DB, or your own)"}, options.db);
  add_standard_options(app, options.standard);
}

}  // namespace

void declare_options(CLI::App& app, QueryOptions& options) {
  add_choosing_options(app, options.request.search, options.conditions);
  add_command_options(app, options);
  add_output_options(app, options);
  add_terminal_options(app, options);
  add_further_options(app, options);
  declare_settings(app, {"--limit", "--sort", "--strict", "--any", "--group", "--recency",
                         "--format", "--context", "--max-tokens", "--color", "--links",
                         "--link-form", "--editor", "--no-pager", "--refresh"});
}

}  // namespace notes

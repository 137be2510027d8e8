// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/declared_options.h"

#include <array>

#include <CLI/CLI.hpp>

#include "common/cli/settings.h"
#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/schema.h"
#include "common/text/printable.h"
#include "query/render/json_hit.h"
#include "query/render/renderers.h"

namespace notes {
namespace {

constexpr const char* kChoosing = "Which sections";
constexpr const char* kOutput = "Output";

constexpr std::array<Choice<SortOrder>, 3> kSortOrders{{
    {SortOrder::relevance, "relevance", "best first"},
    {SortOrder::newest, "newest", "by date, the last first"},
    {SortOrder::oldest, "oldest", "by date, the first first"},
}};

constexpr std::array<Choice<RefreshMode>, 3> kRefreshModes{{
    {RefreshMode::automatic, "auto", "bring a stale index up to date, but wait only briefly"},
    {RefreshMode::always, "always", "wait until the index is up to date"},
    {RefreshMode::never, "never", "search the index as it is"},
}};

constexpr std::array<Choice<LinkMode>, 3> kLinkModes{{
    {LinkMode::automatic, "auto", "on a terminal with colours that is known to take them"},
    {LinkMode::always, "always", "also into a pipe or a file"},
    {LinkMode::never, "never", "no links"},
}};

constexpr std::array<Choice<Grouping>, 4> kGroupings{{
    {Grouping::together, "together", "every section; text puts those of a thread together"},
    {Grouping::thread, "thread", "the best section of each thread, with the number of the others"},
    {Grouping::note, "note", "the same for each note"},
    {Grouping::none, "none", "every section by rank, not those of a thread together"},
}};

CLI::Option* add_level_option(CLI::App& app, std::optional<std::string>& level) {
  std::vector<ChoiceName> rows;
  for (const std::string& value :
       CLI::detail::split(std::string(field(FieldId::level).values), ' '))
    rows.push_back({value, ""});
  return add_named_choice(app, {"--level", "", "this kind of section only"}, rows,
                          [rows, &level](std::size_t index) { level = rows[index].name; });
}

constexpr std::array<Choice<Messages>, 3> kMessages{{
    {Messages::people, "stderr", "on standard error, as text"},
    {Messages::json, "json", "on standard error, a JSON object a line"},
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
  return option->description(option->get_description() +
                             "\n'{path}:{line}: {title}': a row for each section in this form");
}

void add_choosing_options(CLI::App& app, QueryOptions& options, TypedOptions& typed) {
  SearchRequest& search = options.search;
  add_number(app, {"-n,--limit", "N", "at most N sections (default 10)"}, {1, 10000}, search.limit);
  add_number(app, {"--offset", "N", "leave out the first N"}, {0, 1000000}, search.offset);
  add_choice<SortOrder>(app, "--sort", kSortOrders, search.sort, "order (default relevance)");
  add_level_option(app, typed.level);
  add_texts(app, {"--tag", "TAG", "with this tag (repeatable)"}, typed.tags);
  add_texts(app, {"--path", "WORDS", "in notes with this path (repeatable)"}, typed.paths);
  add_text(app, {"--after", "DAY", "dated this day or later"}, typed.after);
  add_text(app, {"--before", "DAY", "dated before this day"}, typed.before);
  add_switch(
      app, "--strict", [&search] { search.strictness = Strictness::strict; },
      "only sections with every word");
  add_switch(
      app, "--any", [&search] { search.strictness = Strictness::any; },
      "rank all sections with any of the words");
  for (CLI::Option* option : app.get_options()) option->group(kChoosing);
}

void add_command_options(CLI::App& app, QueryOptions& options, TypedOptions& typed) {
  for (const Command& command : commands()) {
    const std::string option(command.option);
    const std::string help(command.help);
    CLI::Option* added =
        command.argument.empty()
            ? add_switch(app, option == "--interactive" ? "-i," + option : option, typed.command,
                         help)
            : add_text(app, {option, std::string(command.argument), help}, typed.argument);
    added->group(kFindingAround);
  }
  add_number(app, {"--max-tokens", "N", "of --get: about N tokens of Markdown at most (0: all)"},
             {0, 100'000'000}, options.max_tokens)
      ->group(kFurtherOptions);
}

void add_output_options(CLI::App& app, QueryOptions& options) {
  add_format_option(app, options.format)->group(kOutput);
  add_switch(
      app, "--json", [&options] { options.format = "json"; }, "short for --format=json")
      ->group(kOutput);
  add_switch(app, "-0,--null", options.nul_separated, "paths, each ended by a NUL byte")
      ->group(kOutput);
  add_value(app, {"--fields", "LIST", "JSON: only these members of a result, with commas between"},
            [&options](const std::string& list) { options.fields = parse_fields(list); })
      ->group(kFurtherOptions);
  add_switch(app, "--envelope", options.envelope, "jsonl: a first line with what the results lack")
      ->group(kFurtherOptions);
  add_number(app, {"--format-version", "N", "fail unless JSON has this version (1)"},
             {kJsonVersion, kJsonVersion}, options.format_version)
      ->group(kFurtherOptions);
  add_choice<Messages>(app, "--messages", kMessages, options.messages,
                       "where remarks go (default stderr)")
      ->group(kFurtherOptions);
  add_number(app, {"-C,--context", "N", "N more lines around each matching line"}, {0, 100},
             options.search.context_lines)
      ->group(kOutput);
}

std::string checked_link_form(const std::string& form) {
  if (form.find("{path}") == form.npos)
    throw Error(ExitCode::failure, "--link-form: no {path} in '" + form + "'",
                "for example vscode://file{path}:{line}");
  if (printable(form) != form)
    throw Error(ExitCode::failure,
                "--link-form: a character that drives the terminal in '" + form + "'",
                "write it as %1B and the like");
  return form;
}

void add_terminal_options(CLI::App& app, QueryOptions& options, TypedOptions& typed) {
  add_choice<LinkMode>(app, "--links", kLinkModes, options.links,
                       "links from places to notes (default auto)");
  add_value(app, {"--link-form", "FORM", "where links lead, such as vscode://file{path}:{line}"},
            [&options](const std::string& form) { options.link_form = checked_link_form(form); });
  add_text(app, {"--editor", "COMMAND", "of --open (default VISUAL, then EDITOR)"}, typed.editor);
  add_switch(app, "--no-pager", typed.no_pager, "never page long output");
  add_color_option(app, options.color);
  for (const char* name : {"--links", "--link-form", "--editor", "--no-pager", "--color"})
    app.get_option(name)->group(kFurtherOptions);
}

void add_further_options(CLI::App& app, QueryOptions& options, TypedOptions& typed) {
  SearchRequest& search = options.search;
  add_choice<Grouping>(app, "--group", kGroupings, search.grouping, "grouping (default together)")
      ->group(kFurtherOptions);
  add_number(
      app,
      {"--recency", "DAYS", "favour recent sections; the favour halves every DAYS (0: no favour)"},
      {0, 100'000}, search.recency_days)
      ->group(kFurtherOptions);
  add_switch(
      app, "--partial", [&options] { options.typing = Typing::partial; },
      "the last word is still being typed")
      ->group(kFurtherOptions);
  add_switch(app, "--explain", options.search.explain, "how the query was read, and each score")
      ->group(kFurtherOptions);
  add_choice<RefreshMode>(app, "--refresh", kRefreshModes, options.refresh,
                          "what to do about changed notes (default auto)")
      ->group(kFurtherOptions);
  add_text(app, {"--db", "DIR", "the index (default NOTES_DB, or the user's own)"}, options.db)
      ->group(kFurtherOptions);
  add_standard_options(app, typed.standard);
}

}  // namespace

void declare_options(CLI::App& app, QueryOptions& options, TypedOptions& typed) {
  add_choosing_options(app, options, typed);
  add_command_options(app, options, typed);
  add_output_options(app, options);
  add_terminal_options(app, options, typed);
  add_further_options(app, options, typed);
  declare_settings(app, {"--limit", "--sort", "--strict", "--any", "--group", "--recency",
                         "--format", "--context", "--max-tokens", "--color", "--links",
                         "--link-form", "--editor", "--no-pager", "--refresh"});
}

}  // namespace notes

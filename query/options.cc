// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.h"

#include <array>
#include <cstdlib>
#include <ctime>
#include <span>

#include <CLI/CLI.hpp>

#include "common/cli/choice.h"
#include "common/cli/command_line.h"
#include "common/cli/standard_options.h"
#include "common/cli/value_options.h"
#include "common/error.h"
#include "common/schema.h"
#include "query/render/renderers.h"

namespace notes {
namespace {

constexpr const char* kChoosing = "Which sections";
constexpr const char* kOutput = "Output";

constexpr std::array<Example, 4> kExamples{{
    {"notes-query sourdough rye", "sections with both words, best first"},
    {"notes-query '\"cold proof\" -yeast'", "a phrase, without a word"},
    {"notes-query tag:bread date:2024-02..", "conditions on fields"},
    {"notes-query", "the newest sections"},
}};

constexpr ProgramPage kPage{"[OPTION]... [QUERY]...",
                            "Shows the sections of your notes that answer, with the lines to read.",
                            kExamples, "man notes-query, man notes-query-syntax",
                            WordKind::query_words};

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

// What the options become before they are QueryOptions.
struct Typed {
  StandardOptions standard;
  std::optional<std::string> level;
  std::optional<std::string> after;
  std::optional<std::string> before;
  std::vector<std::string> tags;
  std::vector<std::string> paths;
  bool strict = false;
  bool any = false;
  bool json = false;
  std::optional<std::string> argument;  // of whichever command was given
  bool command = false;
};

CLI::Option* add_level_option(CLI::App& app, std::optional<std::string>& level) {
  std::vector<ChoiceName> rows;
  for (const std::string& value :
       CLI::detail::split(std::string(field(FieldId::level).values), ' '))
    rows.push_back({value, ""});
  return add_named_choice(
      app, "--level", rows, [rows, &level](std::size_t index) { level = rows[index].name; },
      "this kind of section only");
}

CLI::Option* add_format_option(CLI::App& app, std::string& format) {
  std::vector<ChoiceName> rows;
  for (const Format& row : formats())
    rows.push_back({std::string(row.name), std::string(row.help)});
  return add_named_choice(
      app, "--format", rows, [&format](std::size_t index) { format = formats()[index].name; },
      "form (default text)");
}

void add_choosing_options(CLI::App& app, QueryOptions& options, Typed& typed) {
  SearchRequest& search = options.search;
  add_number(app, {"-n,--limit", "N", "at most N sections (default 10)"}, {1, 10000}, search.limit);
  add_number(app, {"--offset", "N", "leave out the first N"}, {0, 1000000}, search.offset);
  add_choice<SortOrder>(app, "--sort", kSortOrders, search.sort, "order (default relevance)");
  add_level_option(app, typed.level);
  add_texts(app, {"--tag", "TAG", "with this tag (repeatable)"}, typed.tags);
  add_texts(app, {"--path", "WORDS", "in notes with this path (repeatable)"}, typed.paths);
  add_text(app, {"--after", "DAY", "dated this day or later"}, typed.after);
  add_text(app, {"--before", "DAY", "dated before this day"}, typed.before);
  add_switch(app, "--strict", typed.strict, "only sections with every word");
  add_switch(app, "--any", typed.any, "rank all sections with any of the words");
  for (CLI::Option* option : app.get_options()) option->group(kChoosing);
}

void add_command_options(CLI::App& app, QueryOptions& options, Typed& typed) {
  for (const Command& command : commands()) {
    const std::string option(command.option);
    const std::string help(command.help);
    CLI::Option* added =
        command.argument.empty()
            ? add_switch(app, option, typed.command, help)
            : add_text(app, {option, std::string(command.argument), help}, typed.argument);
    added->group(kFindingAround);
  }
  add_number(app, {"--max-tokens", "N", "of --get: about N tokens of Markdown at most"},
             {1, 100'000'000}, options.max_tokens)
      ->group(kFurtherOptions);
}

void add_output_options(CLI::App& app, QueryOptions& options, Typed& typed) {
  add_format_option(app, options.format)->group(kOutput);
  add_switch(app, "--json", typed.json, "short for --format=json")->group(kOutput);
  add_switch(app, "-0,--null", options.nul_separated, "paths, each ended by a NUL byte")
      ->group(kOutput);
  add_number(app, {"-C,--context", "N", "N more lines around each matching line"}, {0, 100},
             options.search.context_lines)
      ->group(kOutput);
  add_color_option(app, options.color)->group(kFurtherOptions);
}

void add_further_options(CLI::App& app, QueryOptions& options, Typed& typed) {
  add_switch(app, "--explain", options.search.explain, "how the query was read, and each score")
      ->group(kFurtherOptions);
  add_choice<RefreshMode>(app, "--refresh", kRefreshModes, options.refresh,
                          "what to do about changed notes (default auto)")
      ->group(kFurtherOptions);
  add_text(app, {"--db", "DIR", "the index (default NOTES_DB, or the user's own)"}, options.db)
      ->group(kFurtherOptions);
  add_standard_options(app, typed.standard);
}

// `field:value`, the value in quotes where the query language would otherwise cut it.
std::string condition(std::string_view option, std::string_view field_name,
                      const std::string& value) {
  std::string text = std::string(field_name) + ":";
  const bool is_quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  if (is_quoted || value.find_first_of(" \t\n()\"") == value.npos) return text + value;
  if (value.find('"') != value.npos)
    throw Error(ExitCode::failure,
                std::string(option) + ": a double quote inside the value: " + value,
                "leave it out");
  return text + "\"" + value + "\"";
}

std::vector<std::string> conditions(const Typed& typed) {
  std::vector<std::string> rows;
  if (typed.level) rows.push_back(condition("--level", "level", *typed.level));
  for (const std::string& tag : typed.tags) rows.push_back(condition("--tag", "tag", tag));
  for (const std::string& path : typed.paths) rows.push_back(condition("--path", "path", path));
  if (typed.after) rows.push_back(condition("--after", "since", *typed.after));
  if (typed.before) rows.push_back(condition("--before", "before", *typed.before));
  return rows;
}

void resolve_format(const CLI::App& app, const Typed& typed, QueryOptions& options) {
  const CLI::Option* format = app.get_option("--format");
  require_at_most_one({format, app.get_option("--json")});
  if (typed.json) options.format = "json";
  if (!options.nul_separated) return;
  const bool is_chosen = typed.json || format->count() > 0;
  if (is_chosen && options.format != "paths")
    throw Error(ExitCode::failure, "--null: goes with --format=paths only",
                "write --null alone, or with --format=paths");
  options.format = "paths";
}

void resolve_command(const CLI::App& app, const Typed& typed, QueryOptions& options) {
  const CLI::Option* first = nullptr;
  for (const Command& command : commands()) {
    const CLI::Option* option = app.get_option(std::string(command.option));
    if (option->count() == 0) continue;
    if (first != nullptr) require_at_most_one({first, option});
    first = option;
    options.command = &command;
  }
  options.argument = typed.argument.value_or("");
  const bool gets = options.command != nullptr && options.command->option == "--get";
  if (options.max_tokens > 0 && !gets)
    throw Error(ExitCode::failure, "--max-tokens: goes with --get only", "leave it out");
}

CivilDay day_of_the_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

CivilDay today() {
  const char* given = std::getenv("NOTES_TODAY");
  if (given == nullptr || *given == '\0') return day_of_the_clock();
  const std::optional<CivilDay> day = parse_iso_day(given);
  if (!day)
    throw Error(ExitCode::failure, std::string("NOTES_TODAY: '") + given + "' is no day",
                "for example NOTES_TODAY=2024-03-01");
  return *day;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

std::variant<QueryOptions, TextToPrint> parse_query_options(int argc, const char* const* argv) {
  QueryOptions options;
  Typed typed;
  const auto app = make_app("notes-query");
  add_choosing_options(*app, options, typed);
  add_command_options(*app, options, typed);
  add_output_options(*app, options, typed);
  add_further_options(*app, options, typed);

  const std::span<const char* const> arguments(argv, static_cast<std::size_t>(argc));
  const CommandLine line = split_command_line(*app, arguments.subspan(1), SingleDash::is_word);
  apply_options(*app, line);
  if (const auto text = text_asked_for(*app, kPage, typed.standard)) return *text;

  require_at_most_one({app->get_option("--strict"), app->get_option("--any")});
  if (typed.strict) options.search.strictness = Strictness::strict;
  if (typed.any) options.search.strictness = Strictness::any;
  resolve_format(*app, typed, options);
  resolve_command(*app, typed, options);
  options.query = joined(line.words);
  options.conditions = conditions(typed);
  options.today = today();
  return options;
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <iterator>
#include <span>
#include <sstream>

#include <CLI/CLI.hpp>

#include "common/cli/command_line.h"
#include "common/cli/config_file.h"
#include "common/environment.h"
#include "common/error.h"
#include "common/schema.h"
#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/printable.h"
#include "query/language/query_parser.h"
#include "query/render/json.h"
#include "query/render/renderers.h"

namespace notes {
namespace {

constexpr std::array<Example, 4> kExamples{{
    {"notes-query sourdough rye", "sections with both words, best first"},
    {"notes-query '\"cold proof\" -yeast'", "a phrase, but not a word"},
    {"notes-query tag:bread date:2024-02..", "by tag and date"},
    {"notes-query", "the newest sections"},
}};

constexpr ProgramPage kPage{
    "[OPTION]... [QUERY]...",
    "Searches your Markdown notes and shows the sections and lines that match.", kExamples,
    "man notes-query, man notes-query-syntax", WordKind::query_words};

void add_level_option(CLI::App& app, std::optional<std::string>& level) {
  const std::string_view values = field(FieldId::level).values;
  std::vector<ChoiceName> rows;
  for (const std::string_view value : split_at_blanks(values)) rows.push_back({value, ""});
  add_named_choice(app, {"--level", "", "only sections of this kind"}, rows,
                   [values, &level](const std::string& typed) {
                     level = typed;
                     return is_among(values, typed);
                   });
}

void add_format_option(CLI::App& app, std::string& format) {
  std::vector<ChoiceName> rows;
  for (const Format& row : formats()) rows.push_back({row.name, row.help});
  const auto take = [&format](const std::string& typed) {
    check_row_form(typed);
    format = typed;
    return find_format(typed) != nullptr;
  };
  CLI::Option* option = add_named_choice(app, {"--format", "", "form (default text)"}, rows, take);
  option->description(option->get_description() +
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
  add_choice(app, "--sort", "order (default relevance)", search.sort,
             {{SortOrder::relevance, "relevance", "best first"},
              {SortOrder::newest, "newest", "latest date first"},
              {SortOrder::oldest, "oldest", "earliest date first"}});
  add_level_option(app, conditions.level);
  add_texts(app, {"--tag", "TAG", "only sections with this tag (repeatable)"}, conditions.tags);
  add_texts(app, {"--path", "WORDS", "only notes whose path has these words (repeatable)"},
            conditions.paths);
  add_text(app, {"--after", "DAY", "only sections dated on this day or later"}, conditions.after);
  add_text(app, {"--before", "DAY", "only sections dated before this day"}, conditions.before);
  add_switch(app, "--strict", "only sections that have every word",
             [&search] { search.strictness = Strictness::strict; });
  add_switch(app, "--any", "sections that have any of the words",
             [&search] { search.strictness = Strictness::any; });
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
      add_switch(app, option == "--interactive" ? "-i," + option : option, help,
                 [take] { take(""); });
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
  add_switch(app, "--json", "same as --format=json", [&render] { render.format = "json"; });
  add_number(app, {"-C,--context", "N", "show N lines around each matching line"}, {0, 100},
             options.request.search.context_lines);
  start_group(app, kFurtherOptions);
  add_switch(app, "-0,--null", render.nul_separated, "print paths, each followed by a NUL byte");
  add_value(app, {"--fields", "LIST", "JSON: only these members of each result, comma-separated"},
            [&render](const std::string& list) { render.fields = parse_fields(list); });
  add_switch(app, "--envelope", render.envelope, "jsonl: start with a line about the whole result");
  add_number(app, {"--format-version", "N", "fail unless the JSON has this version (1)"},
             {kJsonVersion, kJsonVersion}, options.format_version);
  add_choice(app, "--messages", "where to send remarks (default stderr)", options.messages,
             {{Messages::people, "stderr", "standard error, as text"},
              {Messages::json, "json", "standard error, one JSON object per line"},
              {Messages::none, "none", "nowhere"}});
}

void add_terminal_options(CLI::App& app, QueryOptions& options) {
  RenderOptions& render = options.request.render;
  add_choice(app, "--links", "link each place to its note (default auto)", options.links,
             {{LinkMode::automatic, "auto", "on terminals that are known to support them"},
              {LinkMode::always, "always", "in pipes and files too"},
              {LinkMode::never, "never", "no links"}});
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
  add_choice(
      app, "--group", "how to group sections (default together)", search.grouping,
      {{Grouping::together, "together", "every section; text output groups them by thread"},
       {Grouping::thread, "thread", "the best section of each thread, and how many more it has"},
       {Grouping::note, "note", "the best section of each note, and how many more it has"},
       {Grouping::none, "none", "every section, by rank"}});
  add_number(app,
             {"--recency", "DAYS", "favour recent sections; the effect halves every DAYS (0: off)"},
             {0, 100'000}, search.recency_days);
  add_switch(app, "--partial", "the last word is still being typed",
             [&search] { search.typing = Typing::partial; });
  add_switch(app, "--explain", search.explain,
             "show how the query was read and what each score is made of");
  add_choice(app, "--refresh", "what to do when notes have changed (default auto)", search.refresh,
             {{RefreshMode::automatic, "auto", "update a stale index, but wait only briefly"},
              {RefreshMode::always, "always", "wait until the index is current"},
              {RefreshMode::never, "never", "search the index as it is"}});
  add_text(app, {"--db", "DIR", "index directory (default $NOTES_DB, or your own)"}, options.db);
  add_standard_options(app, options.standard);
}

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

void resolve_format(const CLI::App& app, QueryOptions& options) {
  RenderOptions& render = options.request.render;
  require_at_most_one({app.get_option("--format"), app.get_option("--json")});
  const bool is_typed = app.count("--format") + app.count("--json") > 0;
  const bool has_form = render.format.find('{') != render.format.npos;
  if (render.nul_separated && is_typed && render.format != "paths" && !has_form)
    throw Error(ExitCode::failure, "--null: works only with --format=paths or a row layout",
                "write --null alone, or with --format=paths");
  if (render.nul_separated && !has_form) render.format = "paths";
  // Ignore a format from the config file if the command does not support it.
  if (!is_typed && !takes_format(*options.command, render.format)) render.format = "text";
}

// The query from the command line. A lone `-` means standard input, but not after `--`, so that an
// editor that passes a half-typed query never waits for input.
std::string typed_query(const CommandLine& line, std::span<const char* const> arguments) {
  const bool is_dash = line.words.size() == 1 && line.words.front() == "-";
  if (!is_dash || std::ranges::find(arguments, std::string_view("--")) != arguments.end())
    return joined(line.words, " ");
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

void check_command(const CLI::App& app, const QueryOptions& options) {
  const std::string name(options.command->option);
  for (const Command& command : commands()) {
    const CLI::Option* option = app.get_option(std::string(command.option));
    if (option->count() > 0 && &command != options.command)
      require_at_most_one({app.get_option(name), option});
  }
  if (app.count("--max-tokens") > 0 && name != "--get")
    throw Error(ExitCode::failure, "--max-tokens: works only with --get", "leave it out");
  if (options.request.verbose && name != "--mcp")
    throw Error(ExitCode::failure, "--verbose: works only with --mcp", "leave it out");
}

// Throws Error that names the line of an invalid search.
SavedSearches saved_searches(const ConfigFile& config, CivilDay today) {
  SavedSearches searches;
  for (const ConfigLine& line : config.lines) {
    if (line.section != kSearchesSection) continue;
    if (!is_search_name(line.name))
      throw config_error(config, line.line, "'" + line.name + "' is not a valid name for a search",
                         "use letters, digits, '-' and '_'");
    try {
      parse_query(line.value, today, Typing::finished);
    } catch (const Error& error) {
      throw config_error(config, line.line, error.text(), error.hint());
    }
    searches[line.name] = line.value;
  }
  return searches;
}

void check_recency(const CLI::App& app, const SearchRequest& search) {
  const bool is_typed = app.count("--recency") > 0 && search.recency_days > 0;
  if (!is_typed || search.sort == SortOrder::relevance) return;
  throw Error(ExitCode::failure, "--recency: works only with --sort=relevance",
              app.count("--sort") > 0
                  ? "leave out --recency or --sort"
                  : "the config file sets another order: give --sort=relevance too");
}

// A typed --strict or --any overrides the config file, but the file must not set both.
void check_strictness(const ConfigFile& config) {
  std::string_view asked;
  for (const ConfigLine& line : config.lines) {
    const bool asks = line.section == "notes-query" && line.value == "yes" &&
                      (line.name == "strict" || line.name == "any");
    if (!asks) continue;
    if (!asked.empty() && asked != line.name)
      throw config_error(config, line.line, "strict and any cannot be used together",
                         "remove one of them");
    asked = line.name;
  }
}

// Applies the options of a half-typed command line, such as --db.
void read_half_typed(CLI::App& app, const std::vector<std::string>& words) {
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  try {
    apply_options(app, split_command_line(app, arguments, SingleDash::is_word));
  } catch (const Error&) {
    // The user has not finished typing the line.
  }
}

// What --complete-line prints for the words typed so far.
std::string completed_query_line(CLI::App& app, const QueryOptions& options,
                                 std::span<const char* const> words) {
  return completed_line(app, kPage.words, words, [&](const auto& before, const std::string& text) {
    read_half_typed(app, before);
    return completed_words(index_directory(options.db), saved_searches(read_config(), today()),
                           text);
  });
}

std::vector<std::string> parse_set(std::string_view line, const std::string& place) {
  constexpr const char* kHint =
      "each line is a set, like ptq = post-training quantization, or car, automobile";
  const auto says_something = [](char c) {
    return ascii::is_alphanumeric(c) || !ascii::is_ascii(c);
  };
  std::vector<std::string> set;
  for (std::size_t begin = 0, end = 0; end != line.npos; begin = end + 1) {
    end = line.find_first_of("=,", begin);
    const std::string_view name = ascii::trimmed(line.substr(begin, end - begin));
    if (std::ranges::none_of(name, says_something))
      throw Error(ExitCode::failure, place + ": a word is missing next to = or ,", kHint);
    set.emplace_back(name);
  }
  if (set.size() < 2)
    throw Error(ExitCode::failure, place + ": \"" + set.front() + "\" has no synonym", kHint);
  return set;
}

}  // namespace

SynonymSets parse_synonyms(const std::string& text, const std::string& path) {
  SynonymSets sets;
  std::istringstream lines(text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    const std::string_view set = ascii::trimmed(line);
    if (set.empty() || set.front() == '#') continue;
    sets.push_back(parse_set(set, path + ":" + std::to_string(number)));
  }
  return sets;
}

SynonymSets read_synonyms() {
  const auto file = read_user_file("synonyms");
  return file ? parse_synonyms(file->text, file->path) : SynonymSets{};
}

std::variant<QueryOptions, TextToPrint> parse_query_options(int argc, const char* const* argv) {
  QueryOptions options;
  const auto app = make_app("notes-query");
  declare_options(*app, options);
  const auto arguments = std::span(argv, static_cast<std::size_t>(argc)).subspan(1);
  if (!arguments.empty() && arguments.front() == kCompleteLine)
    return TextToPrint{completed_query_line(*app, options, arguments.subspan(1))};
  const CommandLine line = split_command_line(*app, arguments, SingleDash::is_word);
  apply_options(*app, line);
  if (const auto text = text_asked_for(*app, kPage, options.standard)) return *text;

  const ConfigFile config = options.standard.no_config ? ConfigFile{} : read_config();
  check_strictness(config);
  // Apply the command line again: it overrides the config file.
  if (apply_settings(*app, config)) apply_options(*app, line);
  CommandRequest& request = options.request;
  SearchRequest& search = request.search;
  search.today = today();
  request.saved_searches = saved_searches(config, search.today);

  require_at_most_one({app->get_option("--strict"), app->get_option("--any")});
  check_recency(*app, search);
  resolve_format(*app, options);
  check_command(*app, options);
  request.typed_options = line.options;
  search.index_directory = index_directory(options.db);
  search.conditions = condition_texts(options.conditions, "--");
  search.query = typed_query(line, arguments);
  if (search.typing == Typing::partial)
    search.query = with_whole_search_name(std::move(search.query), request.saved_searches);
  search.query = with_saved_searches(search.query, request.saved_searches);
  return options;
}

}  // namespace notes

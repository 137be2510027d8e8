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
#include "common/cli/value_options.h"
#include "common/environment.h"
#include "common/error.h"
#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "query/language/query_parser.h"

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

bool says_something(std::string_view name) {
  return std::ranges::any_of(name, [](char c) {
    return ascii::is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::vector<std::string> parse_set(std::string_view line, const std::string& place) {
  constexpr std::string_view kHint =
      "each line is a set, like ptq = post-training quantization, or car, automobile";
  std::vector<std::string> set;
  for (std::size_t begin = 0, end = 0; end != line.npos; begin = end + 1) {
    end = line.find_first_of("=,", begin);
    const std::string_view name = ascii::trimmed(line.substr(begin, end - begin));
    if (!says_something(name))
      throw Error(ExitCode::failure, place + ": a word is missing next to = or ,",
                  std::string(kHint));
    set.emplace_back(name);
  }
  if (set.size() < 2)
    throw Error(ExitCode::failure, place + ": \"" + set.front() + "\" has no synonym",
                std::string(kHint));
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

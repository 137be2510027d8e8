// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.h"

#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/error.h"

using namespace notes;

namespace {

QueryOptions options_of(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "notes-query");
  return std::get<QueryOptions>(
      parse_query_options(static_cast<int>(arguments.size()), arguments.data()));
}

std::string error_of(std::vector<const char*> arguments) {
  try {
    options_of(std::move(arguments));
  } catch (const Error& error) {
    BOOST_TEST(static_cast<int>(error.exit_code()) == 2);
    return error.text() + " | " + error.hint();
  }
  return "no error";
}

std::string text_of(const char* option) {
  const char* arguments[] = {"notes-query", option};
  return std::get<TextToPrint>(parse_query_options(2, arguments)).text;
}

struct Today {
  explicit Today(const char* day) { setenv("NOTES_TODAY", day, 1); }
  ~Today() { unsetenv("NOTES_TODAY"); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(query_options)

BOOST_AUTO_TEST_CASE(words_are_joined_in_the_order_typed) {
  BOOST_TEST(options_of({}).request.search.query == "");
  BOOST_TEST(options_of({"moe", "-n", "3", "-mixtral", "x y"}).request.search.query ==
             "moe -mixtral x y");
  BOOST_TEST(options_of({"--", "-n", "3"}).request.search.query == "-n 3");
  BOOST_TEST(options_of({"[[two words]]", "{}"}).request.search.query == "[[two words]] {}");
}

BOOST_AUTO_TEST_CASE(without_options_the_documented_defaults_apply) {
  const QueryOptions options = options_of({});
  BOOST_TEST(options.request.search.limit == 10);
  BOOST_TEST(options.request.search.offset == 0);
  BOOST_TEST(options.request.search.context_lines == 0);
  BOOST_TEST(options.request.search.explain == false);
  BOOST_TEST((options.request.search.sort == SortOrder::relevance));
  BOOST_TEST((options.request.search.strictness == Strictness::tiers));
  BOOST_TEST((options.request.search.refresh == RefreshMode::automatic));
  BOOST_TEST((options.color == ColorMode::automatic));
  BOOST_TEST(options.request.render.format == "text");
}

BOOST_AUTO_TEST_CASE(every_option_reaches_its_member) {
  const QueryOptions options =
      options_of({"-n7", "--offset=2", "--sort=newest", "--any", "-C", "4", "--explain",
                  "--refresh=never", "--db", "dir", "--color=always", "--format=vimgrep"});
  BOOST_TEST(options.request.search.limit == 7);
  BOOST_TEST(options.request.search.offset == 2);
  BOOST_TEST(options.request.search.context_lines == 4);
  BOOST_TEST(options.request.search.explain);
  BOOST_TEST((options.request.search.sort == SortOrder::newest));
  BOOST_TEST((options.request.search.strictness == Strictness::any));
  BOOST_TEST((options.request.search.refresh == RefreshMode::never));
  BOOST_TEST((options.color == ColorMode::always));
  BOOST_TEST(options.request.render.format == "vimgrep");
  BOOST_TEST(options.request.search.index_directory.ends_with("/dir"));
}

BOOST_AUTO_TEST_CASE(condition_options_become_conditions_quoted_where_needed) {
  struct Row {
    std::vector<const char*> arguments;
    std::vector<std::string> conditions;
  };
  const std::vector<Row> rows = {
      {{"--level=question"}, {"level:question"}},
      {{"--tag", "ml/quant", "--tag", "two words"}, {"tag:ml/quant", "tag:\"two words\""}},
      {{"--tag", "\"two words\""}, {"tag:\"two words\""}},
      {{"--path", "a(b)"}, {"path:\"a(b)\""}},
      {{"--after=2024-02-01", "--before=lastweek"}, {"since:2024-02-01", "before:lastweek"}},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.conditions.front()) {
      BOOST_TEST(options_of(row.arguments).request.search.conditions == row.conditions,
                 boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(formats_have_short_forms) {
  BOOST_TEST(options_of({"--json"}).request.render.format == "json");
  BOOST_TEST(options_of({"-0"}).request.render.format == "paths");
  BOOST_TEST(options_of({"-0", "--format=paths"}).request.render.nul_separated);
}

BOOST_AUTO_TEST_CASE(contradicting_options_are_named) {
  struct Row {
    std::vector<const char*> arguments;
    const char* error;
  };
  const std::vector<Row> rows = {
      {{"--strict", "--any"}, "--strict and --any cannot be used together | give one of them"},
      {{"--json", "--format=text"},
       "--format and --json cannot be used together | give one of them"},
      {{"-0", "--json"},
       "--null: works only with --format=paths or a row layout | write --null alone, or with "
       "--format=paths"},
      {{"--tag", "a\"b c"}, "--tag: a double quote inside the value: a\"b c | leave it out"},
      {{"--level=chapter"},
       "--level: 'chapter' is not one of note, thread, question | for example --level=note"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.error) {
      BOOST_TEST(error_of(row.arguments) == row.error);
    }
}

BOOST_AUTO_TEST_CASE(today_can_be_set_to_any_day) {
  {
    const Today today("2024-03-01");
    BOOST_TEST((options_of({}).request.search.today == CivilDay{2024, 3, 1}));
  }
  {
    const Today today("2024-02-30");
    BOOST_TEST(error_of({}) ==
               "NOTES_TODAY: '2024-02-30' is not a day | for example NOTES_TODAY=2024-03-01");
  }
  BOOST_TEST(options_of({}).request.search.today.ok());
}

BOOST_AUTO_TEST_CASE(help_fits_one_screen) {
  const std::string help = text_of("--help");
  std::size_t lines = 0;
  std::size_t width = 0;
  for (const char c : help) {
    width = c == '\n' ? 0 : width + 1;
    lines += c == '\n' ? 1 : 0;
    BOOST_REQUIRE_LE(width, 80U);
  }
  BOOST_TEST(lines < 24U);  // and the prompt
  BOOST_TEST(help.starts_with("Usage: notes-query [OPTION]... [QUERY]...\n"));
}

BOOST_AUTO_TEST_CASE(a_command_is_found_by_its_option) {
  const QueryOptions options = options_of({"--get", "x:1", "--max-tokens=9"});
  BOOST_REQUIRE(options.command != nullptr);
  BOOST_TEST(options.command->option == "--get");
  BOOST_TEST(options.request.argument == "x:1");
  BOOST_TEST(options.request.max_tokens == 9);
  BOOST_TEST(options_of({"--tags", "rye"}).command->option == "--tags");
  BOOST_TEST((options_of({"rye"}).command == &kSearchCommand));
}

BOOST_AUTO_TEST_SUITE_END()

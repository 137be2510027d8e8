// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command_line.h"

#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/error.h"

using namespace notes;

namespace {

struct Program {
  CLI::App app{"", "prog"};
  int limit = 10;
  bool null = false;
  std::optional<std::string> db;
  std::vector<std::string> ignore;

  Program() {
    app.set_help_flag();
    add_number(app, {"-n,--limit", "N", "at most"}, {1, 10000}, limit);
    add_switch(app, "-0,--null", null, "NUL");
    add_text(app, {"--db", "DIR", "index"}, db);
    add_texts(app, {"--ignore", "GLOB", "not these"}, ignore);
  }
};

std::string shown(const CommandLine& line) {
  std::string text;
  for (const std::string& option : line.options) text += "<" + option + ">";
  for (const std::string& word : line.words) text += "[" + word + "]";
  return text;
}

std::string shown(const Error& error) {
  BOOST_TEST(static_cast<int>(error.exit_code()) == 2);
  return error.text() + " | " + error.hint();
}

std::string split(std::vector<const char*> arguments, SingleDash single_dash) {
  Program program;
  try {
    return shown(split_command_line(program.app, arguments, single_dash));
  } catch (const Error& error) {
    return shown(error);
  }
}

struct Row {
  std::vector<const char*> arguments;
  std::string expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(command_line)

BOOST_AUTO_TEST_CASE(options_are_named_long_and_words_keep_their_order) {
  const std::vector<Row> rows = {
      {{}, ""},
      {{"a", "b"}, "[a][b]"},
      {{"a", "-n", "5", "b"}, "<--limit=5>[a][b]"},
      {{"-n5", "-0"}, "<--limit=5><--null>"},
      {{"-n=5"}, "<--limit=5>"},
      {{"--limit", "5"}, "<--limit=5>"},
      {{"--limit=5", "x"}, "<--limit=5>[x]"},
      {{"--db=a=b"}, "<--db=a=b>"},
      {{"--db", "-"}, "<--db=->"},
      {{"-"}, "[-]"},
      {{""}, "[]"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.expected) {
      BOOST_TEST(split(row.arguments, SingleDash::is_word) == row.expected);
    }
}

BOOST_AUTO_TEST_CASE(a_dash_before_a_word_excludes_it_and_keeps_its_place) {
  const std::vector<Row> rows = {
      {{"moe", "-mixtral", "-tag:ml", "x"}, "[moe][-mixtral][-tag:ml][x]"},
      {{"-notebook"}, "[-notebook]"},
      {{"-n5x"}, "[-n5x]"},
      {{"-0x"}, "[-0x]"},
      {{"-00"}, "[-00]"},
      {{"-\"two words\""}, "[-\"two words\"]"},
      {{"-ü"}, "[-ü]"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.expected) {
      BOOST_TEST(split(row.arguments, SingleDash::is_word) == row.expected);
    }
}

BOOST_AUTO_TEST_CASE(two_dashes_end_the_options) {
  BOOST_TEST(split({"--", "--limit", "-n", "--"}, SingleDash::is_word) == "[--limit][-n][--]");
  BOOST_TEST(split({"--", "-x"}, SingleDash::is_error) == "[-x]");
}

BOOST_AUTO_TEST_CASE(an_argument_of_several_words_is_not_an_option) {
  BOOST_TEST(split({"--limit of a run"}, SingleDash::is_word) == "[--limit of a run]");
}

BOOST_AUTO_TEST_CASE(an_unknown_option_names_the_nearest_one) {
  const std::vector<Row> rows = {
      {{"--limt", "3"},
       "--limt: no such option; did you mean --limit? | prog --help lists the options; to look for "
       "the word itself: prog -- --limt"},
      {{"--zzzzzz"},
       "--zzzzzz: no such option | prog --help lists the options; to look for the word itself: "
       "prog -- --zzzzzz"},
      {{"--limt=3"},
       "--limt: no such option; did you mean --limit? | prog --help lists the options; to look for "
       "the word itself: prog -- --limt"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.expected) {
      BOOST_TEST(split(row.arguments, SingleDash::is_word) == row.expected);
    }
  BOOST_TEST(split({"-x"}, SingleDash::is_error) ==
             "-x: no such option | prog --help lists the options");
}

BOOST_AUTO_TEST_CASE(a_missing_or_unexpected_value_is_an_error) {
  const std::vector<Row> rows = {
      {{"--db"}, "--db: the value is missing | write --db=DIR"},
      {{"--db="}, "--db: the value is missing | write --db=DIR"},
      {{"--db", ""}, "--db: the value is missing | write --db=DIR"},
      {{"-n"}, "--limit: the value is missing | write --limit=N"},
      {{"--db", "--null"}, "--db: the value is missing | write --db=DIR"},
      {{"--null=1"}, "--null: takes no value | write just --null"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.expected) {
      BOOST_TEST(split(row.arguments, SingleDash::is_word) == row.expected);
    }
}

BOOST_AUTO_TEST_CASE(applied_options_keep_odd_values_whole_and_the_last_one_counts) {
  Program program;
  apply_options(program.app, {{"--limit=3", "--limit=4", "--null", "--null", "--db=[a,b]",
                               "--ignore=[ab].md", "--ignore=*=x", "--ignore={a}"},
                              {}});
  BOOST_TEST(program.limit == 4);
  BOOST_TEST(program.null);
  BOOST_TEST(program.db.value() == "[a,b]");
  const std::vector<std::string> expected = {"[ab].md", "*=x", "{a}"};
  BOOST_TEST(program.ignore == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

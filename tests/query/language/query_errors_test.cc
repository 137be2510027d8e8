// SPDX-License-Identifier: GPL-2.0-or-later
#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "query_rows.h"

namespace notes::test {
namespace {

struct ErrorRow {
  std::string query;
  std::string text;
  std::string hint;
};

const std::string kDateHint =
    "dates look like 2024-02-13, 2024-02, 2024, feb-2024, lastweek, monday or 30d; ranges like "
    "date:2024-02..2024-03";
const std::string kRegexHint =
    "regular expressions use RE2 syntax; put \\ before a sign to find the sign itself, as in "
    "re:/c\\+\\+/";

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

void check(const std::vector<ErrorRow>& rows) {
  for (const ErrorRow& row : rows) {
    BOOST_TEST_CONTEXT("query " << row.query) {
      try {
        parse_query(row.query, kToday);
        BOOST_ERROR("no error");
      } catch (const Error& error) {
        BOOST_TEST(error.text() == row.text);
        BOOST_TEST(error.hint() == row.hint);
        BOOST_TEST((error.exit_code() == ExitCode::failure));
      }
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_errors)

BOOST_AUTO_TEST_CASE(show_the_query_with_a_caret_under_the_bad_value) {
  check({
      {"mixtral level:foo",
       "level: does not take \"foo\"\n"
       "  mixtral level:foo\n"
       "                ^",
       "level: takes note, thread or question"},
      {"-is:\"open\" x",
       "is: does not take \"open\"\n"
       "  -is:\"open\" x\n"
       "       ^",
       "is: takes question, duplicate or links"},
      {"has:(link OR video)",
       "has: does not take \"video\"\n"
       "  has:(link OR video)\n"
       "               ^",
       "has: takes link, image, code, table, task, math or date"},
      {"date:nonsense",
       "date: \"nonsense\" is not a date\n"
       "  date:nonsense\n"
       "       ^",
       kDateHint},
      {"since:2024-13 x",
       "since: \"2024-13\" is not a date\n"
       "  since:2024-13 x\n"
       "        ^",
       kDateHint},
      {"on:2024-02..2024-01",
       "on: the range ends before it starts\n"
       "  on:2024-02..2024-01\n"
       "     ^",
       "the earlier date comes first, as in date:2024-02..2024-03"},
      {"c++ re:/c++(/",
       "re: * + ? or { has nothing to repeat\n"
       "  c++ re:/c++(/\n"
       "          ^",
       kRegexHint},
  });
}

BOOST_AUTO_TEST_CASE(a_half_typed_value_at_the_end_is_left_out) {
  for (const std::string begun : {"date:2",           "date:202",
                                  "date:2024-",       "date:2024-0",
                                  "date:2024-02-",    "date:2024-02..2",
                                  "date:..202",       "date:<2024-",
                                  "date:>=fe",        "date:2we",
                                  "since:las",        "until:mo",
                                  "level:q",          "is:d",
                                  "date:feb-",        "date:feb-202",
                                  "date:20240",       "date:2024021",
                                  "date:2024/0",      "date:13-",
                                  "date:13-f",        "date:13-feb-",
                                  "date:2024-W",      "date:2024-w0",
                                  "date:2024-02-13T", "date:2024-02-13T2",
                                  "date:last-w",      "date:32-"}) {
    BOOST_TEST_CONTEXT(begun) {
      const ParsedQuery parsed = parse_query("x " + begun, kToday);
      BOOST_TEST(to_query_text(*parsed.root) == "x");
      BOOST_TEST_REQUIRE(parsed.notes.size() == 1U);
      BOOST_TEST(parsed.notes[0] == "`" + begun + "` at column 3 is not finished; left out");
      BOOST_CHECK_THROW(parse_query(begun + " x", kToday), Error);
      BOOST_CHECK_THROW(parse_query(begun, kToday, Typing::finished), Error);
    }
  }
  for (const std::string wrong :
       {"date:2024-13", "date:2024-13-", "date:32-x", "date:x", "date:2024-02..2023", "date:x..2",
        "level:foo", "date:=20", "date:><20", "since:>20", "date:2024-02-31", "date:202413",
        "date:31-feb", "date:32-feb"})
    BOOST_CHECK_THROW(parse_query(wrong, kToday), Error);
}

BOOST_AUTO_TEST_CASE(keep_the_caret_in_place_after_wide_marked_and_control_characters) {
  check({
      {"\u4F60\u597D date:x",
       "date: \"x\" is not a date\n"
       "  \u4F60\u597D date:x\n"
       "            ^",
       kDateHint},
      {"e\u0301\t\nbad\xFF date:x",
       "date: \"x\" is not a date\n"
       "  e\u0301  bad\uFFFD date:x\n"
       "               ^",
       kDateHint},
      {"date:" + repeated("9", 100),
       "date: \"" + repeated("9", 60) + "\u2026\" is not a date\n" + "  date:" + repeated("9", 60) +
           "\u2026\n" + "       ^",
       kDateHint},
  });
}

BOOST_AUTO_TEST_CASE(show_a_window_of_a_long_query) {
  check({
      {repeated("word ", 100) + "date:x" + repeated(" word", 100),
       "date: \"x\" is not a date\n"
       "  \u2026" +
           repeated("word ", 11) + "date:x" + repeated(" word", 11) + " wor\u2026\n" +
           std::string(63, ' ') + "^",
       kDateHint},
  });
}

BOOST_AUTO_TEST_CASE(name_what_is_wrong_with_a_regular_expression) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"a)(", "a parenthesis has no counterpart"},
      {"(a", "a parenthesis has no counterpart"},
      {"[a", "a bracket [ is not closed"},
      {"a{2,1}", "the braces {} need a count up to 1000"},
      {"\\xz", "a backslash starts an unknown escape or a back-reference"},
      {"(a)\\1", "a backslash starts an unknown escape or a back-reference"},
      {"[z-a]", "a range like z-a is backwards, or a class has an unknown name"},
      {"*a", "* + ? or { has nothing to repeat"},
      {"[[:none:]]", "a range like z-a is backwards, or a class has an unknown name"},
      {"a(?=b)", "(? starts an unknown group or a look-around"},
      {"\xFF", "it is not valid UTF-8"},
      {std::string(501, 'a'), "it is longer than 500 bytes"},
      {"((\\pL{99}){9}\\pL{99}){1}", "it is too complex"},
  };
  for (const auto& [pattern, fault] : rows) {
    BOOST_TEST_CONTEXT("pattern " << pattern) {
      try {
        parse_query("re:/" + pattern + "/", kToday);
        BOOST_ERROR("no error");
      } catch (const Error& error) {
        BOOST_TEST(error.text().substr(0, error.text().find('\n')) == "re: " + fault);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace notes::test

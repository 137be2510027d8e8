// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/config_file.h"

#include <string>

#include <boost/test/unit_test.hpp>

using namespace notes;

namespace {

std::string read(const std::string& text) {
  try {
    std::string shown;
    for (const ConfigLine& line : parse_config("/c/config", text).lines)
      shown += std::to_string(line.line) + " " + line.section + ": " + line.name + "|" +
               line.value + "\n";
    return shown;
  } catch (const Error& error) {
    BOOST_TEST(static_cast<int>(error.exit_code()) == 2);
    return error.text() + " | " + error.hint();
  }
}

struct Row {
  const char* text;
  const char* expected;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(config_file)

BOOST_AUTO_TEST_CASE(lines_below_sections_are_settings) {
  const Row rows[] = {
      {"", ""},
      {"# nothing\n\n", ""},
      {"[notes-query]\nlimit = 5\n\tsort=newest \r\n",
       "2 notes-query: limit|5\n3 notes-query: sort|newest\n"},
      {"[ searches ]\nrye = tag:bread \"a = b\" # no comment",
       "2 searches: rye|tag:bread \"a = b\" # no comment\n"},
      {"[notes-index]\njobs = 2\n[notes-query]\nlimit = 2",
       "2 notes-index: jobs|2\n4 notes-query: limit|2\n"},
  };
  for (const Row& row : rows) BOOST_TEST(read(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_wrong_line_is_named_with_a_remedy) {
  const Row rows[] = {
      {"limit = 5",
       "/c/config:1: 'limit' is not in a section | put [notes-query] on a line above it"},
      {"\n[notes-qery]",
       "/c/config:2: no such section: [notes-qery] | did you mean [notes-query]?"},
      {"[x]", "/c/config:1: no such section: [x] | use [notes-query], [notes-index] or [searches]"},
      {"[notes-query",
       "/c/config:1: no such section: [notes-query | use [notes-query], [notes-index] or "
       "[searches]"},
      {"[searches] # mine",
       "/c/config:1: no such section: [searches] # mine | end the line after the ]; put a comment "
       "on its own line"},
      {"[searches]\nrye", "/c/config:2: 'rye' is not a setting | write NAME = VALUE"},
      {"[searches]\nrye =", "/c/config:2: 'rye =' is not a setting | write NAME = VALUE"},
      {"[searches]\n= rye", "/c/config:2: '= rye' is not a setting | write NAME = VALUE"},
  };
  for (const Row& row : rows) BOOST_TEST(read(row.text) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()

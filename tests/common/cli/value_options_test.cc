// SPDX-License-Identifier: GPL-2.0-or-later

#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/command_line.h"
#include "common/error.h"

using namespace notes;

namespace {

struct Row {
  const char* typed;
  std::string expected;
};

std::string message(const Error& error) {
  return error.text() + " | " + error.hint();
}

std::string number_of(const std::string& typed) {
  CLI::App app{"", "prog"};
  int number = -1;
  add_number(app, {"-n,--limit", "N", "at most"}, {1, 100}, number);
  try {
    apply_options(app, {{"--limit=" + typed}, {}});
    return std::to_string(number);
  } catch (const Error& error) {
    return message(error);
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(value_options)

BOOST_AUTO_TEST_CASE(a_number_out_of_range_names_the_range) {
  const std::string range = " | give a whole number from 1 to 100";
  const std::vector<Row> rows = {
      {"1", "1"},
      {"100", "100"},
      {"0", "--limit: 0 is out of range" + range},
      {"101", "--limit: 101 is out of range" + range},
      {"-5", "--limit: -5 is out of range" + range},
      {"99999999999", "--limit: 99999999999 is out of range" + range},
      {"ten", "--limit: 'ten' is not a whole number" + range},
      {"5x", "--limit: '5x' is not a whole number" + range},
      {"5.0", "--limit: '5.0' is not a whole number" + range},
      {" 5", "--limit: ' 5' is not a whole number" + range},
      {"+5", "--limit: '+5' is not a whole number" + range},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.typed) {
      BOOST_TEST(number_of(row.typed) == row.expected);
    }
}

BOOST_AUTO_TEST_CASE(two_options_that_exclude_each_other_are_both_named) {
  CLI::App app{"", "prog"};
  bool a = false;
  bool b = false;
  bool c = false;
  CLI::Option* first = add_switch(app, "--first", a, "");
  CLI::Option* second = add_switch(app, "-s,--second", b, "");
  CLI::Option* third = add_switch(app, "--third", c, "");
  apply_options(app, {{"--third", "--first"}, {}});
  BOOST_CHECK_NO_THROW(require_at_most_one({first, second}));
  BOOST_CHECK_EXCEPTION(require_at_most_one({first, second, third}), Error, [](const Error& error) {
    return message(error) == "--first and --third cannot be used together | give one of them";
  });
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/command_line.h"
#include "common/error.h"

using namespace notes;

namespace {

enum class Fruit { apple, pear };

std::string chosen(const std::string& typed) {
  CLI::App app{"", "prog"};
  Fruit fruit = Fruit::apple;
  add_choice(app, "-f,--fruit", "which", fruit,
             {{Fruit::apple, "apple", "round"}, {Fruit::pear, "pear", "not so round"}});
  try {
    apply_options(app, {{"--fruit=" + typed}, {}});
    return fruit == Fruit::pear ? "pear" : "apple";
  } catch (const Error& error) {
    return error.text() + " | " + error.hint();
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(choice)

BOOST_AUTO_TEST_CASE(a_choice_accepts_only_its_words_and_suggests_the_nearest) {
  struct Row {
    const char* typed;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"apple", "apple"},
      {"pear", "pear"},
      {"paer", "--fruit: 'paer' is not one of apple, pear | did you mean --fruit=pear?"},
      {"app", "--fruit: 'app' is not one of apple, pear | did you mean --fruit=apple?"},
      {"banana", "--fruit: 'banana' is not one of apple, pear | for example --fruit=apple"},
      {"1", "--fruit: '1' is not one of apple, pear | for example --fruit=apple"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.typed) {
      BOOST_TEST(chosen(row.typed) == row.expected);
    }
}

BOOST_AUTO_TEST_SUITE_END()

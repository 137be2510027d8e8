// SPDX-License-Identifier: GPL-2.0-or-later
#include <optional>
#include <string>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/command_line.h"
#include "common/cli/config_file.h"
#include "common/cli/standard_options.h"

using namespace notes;

namespace {

struct Program {
  std::unique_ptr<CLI::App> made = make_app("prog");
  CLI::App& app = *made;
  int limit = 10;
  bool strict = false;
  std::optional<std::string> db;

  Program() {
    add_number(app, {"-n,--limit", "N", "at most"}, {1, 100}, limit);
    add_switch(app, "--strict", strict, "strict");
    add_text(app, {"--db", "DIR", "index"}, db);
    declare_settings(app, {"--limit", "--strict"});
  }

  std::string error_of(const ConfigFile& file) {
    try {
      apply_settings(app, file);
    } catch (const Error& error) {
      return error.text() + " | " + error.hint();
    }
    return "no error";
  }
};

ConfigFile file_of(const std::string& name, const std::string& value) {
  return {"/c", {{"other", "limit", "7", 2}, {"prog", name, value, 4}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

BOOST_AUTO_TEST_CASE(a_setting_is_a_default_for_an_option) {
  Program program;
  BOOST_TEST(apply_settings(program.app, file_of("limit", "5")));
  BOOST_TEST(apply_settings(program.app, file_of("strict", "yes")));
  BOOST_TEST(program.limit == 5);
  BOOST_TEST(program.strict);
  apply_options(program.app, {{"--limit=3"}, {}});
  BOOST_TEST(program.limit == 3);
  BOOST_TEST(program.app.get_option("--strict")->count() == 0U);
}

BOOST_AUTO_TEST_CASE(other_programs_lines_and_switches_that_are_off_do_nothing) {
  Program program;
  BOOST_TEST(!apply_settings(program.app, {"/c", {{"other", "limit", "7", 2}}}));
  apply_settings(program.app, file_of("strict", "no"));
  BOOST_TEST(program.limit == 10);
  BOOST_TEST(!program.strict);
}

BOOST_AUTO_TEST_CASE(a_wrong_setting_is_named_with_its_line) {
  struct Row {
    const char* name;
    const char* value;
    const char* expected;
  };
  const Row rows[] = {
      {"limit", "many",
       "/c:4: --limit: 'many' is not a whole number | give a whole number from 1 to 100"},
      {"limt", "5", "/c:4: no such setting: limt | did you mean limit?"},
      {"colours", "no", "/c:4: no such setting: colours | prog --help-all lists the settings"},
      {"db", "/x", "/c:4: 'db' is an option, but not a setting | put it on the command line"},
      {"strict", "true", "/c:4: strict: 'true' is neither yes nor no | write strict = yes"},
  };
  for (const Row& row : rows)
    BOOST_TEST(Program().error_of(file_of(row.name, row.value)) == row.expected);
}

BOOST_AUTO_TEST_SUITE_END()

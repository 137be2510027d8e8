// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.h"

#include <string>
#include <utility>
#include <vector>

#include <boost/test/unit_test.hpp>

#include "common/error.h"

using namespace notes;

namespace {

IndexOptions options_of(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "notes-index");
  return std::get<IndexOptions>(
      parse_index_options(static_cast<int>(arguments.size()), arguments.data()));
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

}  // namespace

BOOST_AUTO_TEST_SUITE(index_options)

BOOST_AUTO_TEST_CASE(each_task_has_its_command) {
  struct Row {
    std::vector<const char*> arguments;
    IndexCommand command;
  };
  const std::vector<Row> rows = {
      {{}, IndexCommand::update},
      {{"notes"}, IndexCommand::update},
      {{"--rebuild", "notes"}, IndexCommand::rebuild},
      {{"--remove", "notes"}, IndexCommand::remove},
      {{"--status"}, IndexCommand::status},
      {{"--verify"}, IndexCommand::verify},
      {{"--watch"}, IndexCommand::watch},
      {{"--refresh"}, IndexCommand::refresh},
  };
  for (const Row& row : rows) {
    BOOST_TEST((options_of(row.arguments).command == row.command));
  }
}

BOOST_AUTO_TEST_CASE(every_option_reaches_its_member) {
  const IndexOptions options =
      options_of({"a", "--db=dir", "-j4", "--ignore=[ab]*", "--ignore", "tmp/", "--ext=.TXT,org",
                  "--ext", "rst", "--stemmer=german", "-v", "--color=never", "b"});
  const std::vector<std::string> paths = {"a", "b"};
  const std::vector<std::string> ignore = {"[ab]*", "tmp/"};
  const std::vector<std::string> extensions = {"txt", "org", "rst"};
  const IndexRequest& request = options.request;
  BOOST_TEST(request.paths == paths, boost::test_tools::per_element());
  BOOST_TEST(request.rules.ignore_globs == ignore, boost::test_tools::per_element());
  BOOST_TEST(request.rules.extra_extensions == extensions, boost::test_tools::per_element());
  BOOST_TEST(request.directory.ends_with("/dir"));
  BOOST_TEST(request.jobs == 4U);
  BOOST_TEST(request.language.value() == "german");
  BOOST_TEST((options.verbosity == Verbosity::verbose));
  BOOST_TEST((options.color == ColorMode::never));
}

BOOST_AUTO_TEST_CASE(several_removals_are_collected) {
  const std::vector<std::string> expected = {"a", "b c"};
  BOOST_TEST(options_of({"--remove", "a", "--remove=b c"}).request.removed_roots == expected,
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_makes_no_sense_together_is_refused) {
  struct Row {
    std::vector<const char*> arguments;
    const char* error;
  };
  const std::vector<Row> rows = {
      {{"--status", "--watch"}, "--status and --watch cannot be used together | give one of them"},
      {{"--rebuild", "--remove=a"},
       "--rebuild and --remove cannot be used together | give one of them"},
      {{"-q", "-v"}, "--quiet and --verbose cannot be used together | give one of them"},
      {{"--status", "a"}, "'a': no paths are allowed here | leave it out"},
      {{"--remove", "a", "b"},
       "'b': no paths are allowed here | to forget several: --remove ONE --remove OTHER"},
      {{"--json"}, "--json: works only with --status | notes-index --status --json"},
      {{"--verify", "--ignore=x"},
       "--ignore: works only when indexing | notes-index --ignore=… PATH"},
      {{"--ext=a,,b"}, "--ext: '' is not a file extension | for example --ext=txt,org"},
      {{"--ext=tar.gz"}, "--ext: 'tar.gz' is not a file extension | for example --ext=txt,org"},
      {{"-x"}, "-x: no such option | notes-index --help lists the options"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.error) {
      BOOST_TEST(error_of(row.arguments) == row.error);
    }
}

BOOST_AUTO_TEST_CASE(help_fits_one_screen) {
  const char* arguments[] = {"notes-index", "-h"};
  const std::string help = std::get<TextToPrint>(parse_index_options(2, arguments)).text;
  std::size_t lines = 0;
  std::size_t width = 0;
  for (const char c : help) {
    width = c == '\n' ? 0 : width + 1;
    lines += c == '\n' ? 1 : 0;
    BOOST_REQUIRE_LE(width, 80U);
  }
  BOOST_TEST(lines < 24U);  // and the prompt
}

BOOST_AUTO_TEST_SUITE_END()

// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/standard_options.h"
#include "common/cli/value_options.h"
#include "common/schema.h"

using namespace notes;

namespace {

struct Program {
  std::unique_ptr<CLI::App> app = make_app("prog-q");
  StandardOptions standard;
  std::optional<std::string> db;
  int limit = 1;

  Program() {
    add_standard_options(*app, standard);
    add_text(*app, {"--db", "DIR", "the user's index [default: own]"}, db);
    add_number(*app, {"-n,--limit", "N", "at most"}, {1, 9}, limit);
  }
};

// What `command` prints; the script is in a file whose path is the command's last word.
std::string output_of(const std::string& command, const std::string& script) {
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("notes_completion_" + std::to_string(getpid()));
  std::ofstream(file) << script;
  FILE* pipe = popen((command + " " + file.string() + " 2>&1").c_str(), "r");
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  const int status = pclose(pipe);
  if (status != 0) output += "status " + std::to_string(status);
  std::filesystem::remove(file);
  return output;
}

// What bash offers for the words; the last one is being typed.
std::string bash_offers(const std::string& words) {
  const Program program;
  const std::string script = completion_script(*program.app, WordKind::query_words, Shell::bash) +
                             "COMP_WORDS=(prog-q " + words +
                             ")\n"
                             "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                             "_prog_q\n"
                             "echo \"${COMPREPLY[*]}\"\n";
  return output_of("bash --norc", script);
}

bool is_installed(const std::string& shell) {
  return std::system(("command -v " + shell + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(completion)

BOOST_AUTO_TEST_CASE(bash_offers_options_values_and_fields) {
  struct Row {
    const char* words;
    const char* offers;
  };
  const std::vector<Row> rows = {
      {"--li", "--limit\n"},
      {"--completion ''", "bash zsh fish\n"},
      {"--completion z", "zsh\n"},
      {"--completion = f", "fish\n"},
      {"--completion =", "bash zsh fish\n"},
      {"-n ''", "\n"},
      {"le", "level:\n"},
      {"level :", "note thread question\n"},
      {"level : th", "thread\n"},
      {"has : ta", "table task\n"},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.words) {
      BOOST_TEST(bash_offers(row.words) == row.offers);
    }
}

BOOST_AUTO_TEST_CASE(scripts_name_every_option_and_every_field) {
  const Program program;
  for (const Shell shell : {Shell::bash, Shell::zsh, Shell::fish}) {
    const std::string script = completion_script(*program.app, WordKind::query_words, shell);
    for (const char* option : {"help", "help-all", "version", "completion", "db", "limit"})
      BOOST_TEST(script.find(option) != std::string::npos, option);
    for (const Field& field : fields())
      BOOST_TEST(script.find(std::string(field.name)) != std::string::npos, field.name);
  }
}

BOOST_AUTO_TEST_CASE(scripts_are_valid_for_the_shells_that_are_installed) {
  const Program program;
  struct Row {
    Shell shell;
    const char* name;
    const char* check;
  };
  const std::vector<Row> rows = {{Shell::bash, "bash", "bash -n"},
                                 {Shell::zsh, "zsh", "zsh -n"},
                                 {Shell::fish, "fish", "fish --no-execute"}};
  for (const Row& row : rows) {
    if (!is_installed(row.name)) continue;
    for (const WordKind words : {WordKind::paths, WordKind::query_words})
      BOOST_TEST_CONTEXT(row.name) {
        BOOST_TEST(output_of(row.check, completion_script(*program.app, words, row.shell)) == "");
      }
  }
}

BOOST_AUTO_TEST_SUITE_END()

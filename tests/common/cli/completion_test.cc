// SPDX-License-Identifier: GPL-2.0-or-later

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>
#include <vector>

#include <CLI/CLI.hpp>
#include <boost/test/unit_test.hpp>

#include "common/cli/command_line.h"
#include "common/cli/standard_options.h"

using namespace notes;

namespace {

struct Program {
  std::unique_ptr<CLI::App> app = make_app("prog-q");
  StandardOptions standard;
  std::optional<std::string> db;
  std::vector<std::string> tags;
  int limit = 1;

  Program() {
    add_standard_options(*app, standard);
    add_text(*app, {"--db", "DIR", "the user's index [default: own]"}, db);
    add_texts(*app, {"--tag", "TAG", "with this tag"}, tags);
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

// An index with a few words, whatever comes before them on the line.
std::vector<std::string> some_words(const std::vector<std::string>&, const std::string& text) {
  std::vector<std::string> words;
  for (const char* word : {"level:", "level:thread", "lever", "tag:\"two words\"", "tag:\"C&A\""})
    if (std::string_view(word).starts_with(text)) words.emplace_back(word);
  return words;
}

std::string answer(const std::vector<const char*>& arguments,
                   WordKind words = WordKind::query_words) {
  const Program program;
  return completed_line(*program.app, words, arguments, some_words);
}

constexpr const char* kBreaks = " \t\n\"'><=;|&(:@";

bool is_installed(const std::string& shell) {
  return std::system(("command -v " + shell + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(completion)

BOOST_AUTO_TEST_CASE(bash_gets_what_to_insert_after_its_last_break) {
  struct Row {
    const char* line;
    const char* answer;
  };
  const Row rows[] = {
      {"prog-q --li", "words\n--limit\n"},
      {"prog-q --completion ", "words\nbash\nzsh\nfish\n"},
      {"prog-q --completion z", "words\nzsh\n"},
      {"prog-q --completion=f", "words\nfish\n"},
      {"prog-q -n ", "words\n"},
      {"prog-q --db ", "folders\n"},
      {"prog-q --db=x", "folders\n"},
      {"prog-q le", "words\nlevel:\nlevel:thread\nlever\n"},
      {"prog-q level:th", "words\nthread\n"},
      {"prog-q -- --l", "words\n"},
      {"prog-q --tag t", "words\ntwo\\ words\n"},
      {"prog-q --tag='t", "words\ntwo words\n"},
      {"prog-q --tag C\\&", "words\nC\\&A\n"},
      {"prog-q --tag \"C", "words\nC&A\n"},
      {"prog-q", ""},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.line) {
      BOOST_TEST(answer({"bash", row.line, kBreaks}) == row.answer);
    }
  BOOST_TEST(answer({"bash", "prog-q no", kBreaks}, WordKind::paths) == "files\n");
}

BOOST_AUTO_TEST_CASE(zsh_and_fish_get_whole_words_and_what_they_mean) {
  BOOST_TEST(answer({"zsh", "--hel"}) ==
             "words\n--help\tshow the everyday options\n--help-all\tshow every option and value\n");
  BOOST_TEST(answer({"zsh", "--tag=C"}) == "words\n--tag=C&A\n");
  BOOST_TEST(answer({"zsh", "rye", "--tag", "t"}) == "words\ntwo words\n");
  BOOST_TEST(answer({"fish", "--tag", "C\\&"}) == "words\nC&A\n");
  BOOST_TEST(answer({"fish", "--tag", "'C"}) == "words\nC&A\n");
  BOOST_TEST(answer({"zsh"}) == "");
  BOOST_TEST(answer({}) == "");
}

BOOST_AUTO_TEST_CASE(scripts_are_valid_for_the_shells_that_are_installed) {
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
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(output_of(row.check, completion_script("prog-q", row.shell)) == "");
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()

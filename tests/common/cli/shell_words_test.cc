// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/shell_words.h"

#include <cstdio>

#include <boost/test/unit_test.hpp>

using namespace notes;

namespace {

std::string shown(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += "[" + word + "]";
  return text;
}

// What bash makes of one word.
std::string read_by_bash(const std::string& word) {
  FILE* pipe =
      popen(("bash -c 'IFS= read -r word; eval \"printf %s $word\"' <<'END'\n" + word + "\nEND\n")
                .c_str(),
            "r");
  std::string output;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) output += static_cast<char>(c);
  pclose(pipe);
  return output;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(shell_words)

BOOST_AUTO_TEST_CASE(quotes_and_backslashes_keep_words_together) {
  struct Row {
    const char* command;
    const char* expected;
  };
  const Row rows[] = {
      {"", ""},
      {" a\tb ", "[a][b]"},
      {"a\\ b", "[a b]"},
      {"'a \\' b", "[a \\][b]"},
      {"\"a\\\"b\"", "[a\"b]"},
      {"\"a\\tb\"", "[a\\tb]"},
      {"a''b", "[ab]"},
      {"'a \"b\"' c", "[a \"b\"][c]"},
      {"'open a", "[open a]"},
      {"begun\\", "[begun]"},
  };
  for (const Row& row : rows) BOOST_TEST(shown(read_shell_line(row.command).words) == row.expected);
}

BOOST_AUTO_TEST_CASE(a_shell_replaces_what_follows_the_last_break_or_an_open_quote) {
  struct Row {
    const char* line;
    const char* kept;
    char quote;
  };
  const Row rows[] = {
      {"p wor", "", '\0'},
      {"p tag:bre", "tag:", '\0'},
      {"p --tag=bre", "--tag=", '\0'},
      {"p tag:'two w", "tag:", '\''},
      {"p \"bre", "", '"'},
      {"p 'a:b'c", "", '\0'},
      {"p a\\:b", "", '\0'},
      {"p x@bre", "x", '\0'},
      {"p tag:'a'", "tag:", '\0'},
  };
  for (const Row& row : rows) BOOST_TEST_CONTEXT(row.line) {
      const ShellLine line = read_shell_line(row.line, " :=@");
      BOOST_TEST(line.kept == row.kept);
      BOOST_TEST(line.quote == row.quote);
      BOOST_TEST(line.ends_in_word);
    }
}

BOOST_AUTO_TEST_CASE(bash_reads_quoted_text_back_unchanged) {
  const char* const rows[] = {"C&A",       "so|so", "d'accord", "no;echo no", "$(echo no)", "`no`",
                              "two words", "a*?[",  "~root",    "\"x\"",      "b\\s",       "é#!",
                              "{a,b}",     "<>",    "$HOME",    "plain-1.2"};
  for (const char* row : rows) BOOST_TEST_CONTEXT(row) {
      BOOST_TEST(read_by_bash(shell_quoted(row, '\0')) == row);
      BOOST_TEST(read_by_bash("'" + shell_quoted(row, '\'') + "'") == row);
      BOOST_TEST(read_by_bash("\"" + shell_quoted(row, '"') + "\"") == row);
    }
}

BOOST_AUTO_TEST_SUITE_END()

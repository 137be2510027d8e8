// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <string>

#include <boost/test/unit_test.hpp>

#include "common/error.h"
#include "query/commands/command.h"

using namespace notes;

namespace {

std::string shown(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += "[" + word + "]";
  return text;
}

Hit hit() {
  Hit hit;
  hit.path = "/n/a b.md";
  hit.place = {52, 9, 7};
  return hit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(editor)

BOOST_AUTO_TEST_CASE(each_editor_gets_the_line_in_its_own_way) {
  struct Row {
    const char* editor;
    const char* expected;
  };
  const Row rows[] = {
      {"vi", "[vi][+52][/n/a b.md]"},
      {"vim", "[vim][+call cursor(52,9)][/n/a b.md]"},
      {"/usr/bin/vim.gtk3 -f", "[/usr/bin/vim.gtk3][-f][+call cursor(52,9)][/n/a b.md]"},
      {"vim.tiny", "[vim.tiny][+52][/n/a b.md]"},  // has no expressions
      {"nano", "[nano][+52,7][/n/a b.md]"},
      {"emacsclient -nw", "[emacsclient][-nw][+52:7][/n/a b.md]"},
      {"emacs-29.1", "[emacs-29.1][+52:7][/n/a b.md]"},
      {"hx", "[hx][/n/a b.md:52:7]"},
      {"code --wait", "[code][--wait][--goto][/n/a b.md:52:7]"},
      {"code-insiders", "[code-insiders][--goto][/n/a b.md:52:7]"},
      {"kate", "[kate][--line][52][--column][7][/n/a b.md]"},
      {"idea", "[idea][--line][52][--column][7][/n/a b.md]"},
      {"my-editor -x", "[my-editor][-x][/n/a b.md]"},
      {"vim -c {line} {path}", "[vim][-c][52][/n/a b.md]"},
      {"'/opt/my editor/vim' \"a b\"", "[/opt/my editor/vim][a b][+call cursor(52,9)][/n/a b.md]"},
  };
  for (const Row& row : rows)
    BOOST_TEST(shown(open_in_editor(row.editor, hit()).next_program) == row.expected);
  BOOST_TEST(!open_in_editor("my-editor", hit()).advice.empty());
  BOOST_TEST(open_in_editor("my-editor {path}", hit()).advice.empty());
}

BOOST_AUTO_TEST_CASE(a_blank_command_is_refused_as_editor) {
  BOOST_CHECK_THROW(open_in_editor("  ", hit()), Error);
  BOOST_CHECK_THROW(open_in_editor("''", hit()), Error);
}

BOOST_AUTO_TEST_CASE(a_path_is_never_an_option) {
  Hit relative = hit();
  relative.path = "+!touch x";
  BOOST_TEST(open_in_editor("vim", relative).next_program.back() ==
             std::filesystem::current_path().string() + "/+!touch x");
}

BOOST_AUTO_TEST_SUITE_END()

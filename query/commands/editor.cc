// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/commands/editor.h"

#include <algorithm>
#include <array>
#include <span>

#include "common/cli/shell_words.h"
#include "common/environment.h"
#include "common/error.h"
#include "query/render/filled_form.h"

namespace notes {
namespace {

struct Editor {
  std::string_view names;                     // of programs, with blanks around each
  std::array<std::string_view, 5> arguments;  // forms, see filled_form.h; unused ones are empty
};

constexpr std::array<Editor, 9> kEditors{{
    {" sensible-editor editor vi vim.tiny nvi vis mg joe jmacs jstar jpico mcedit bbedit ",
     {"+{line}", "{path}"}},
    {" vim nvim gvim mvim nvim-qt neovide ", {"+call cursor({line},{byte})", "{path}"}},
    {" nano pico ne ", {"+{line},{column}", "{path}"}},
    {" emacs emacsclient micro kak gedit xed pluma ", {"+{line}:{column}", "{path}"}},
    {" hx helix subl sublime_text zed zeditor ", {"{path}:{line}:{column}"}},
    {" code codium vscodium cursor windsurf ", {"--goto", "{path}:{line}:{column}"}},
    {" kate kwrite mousepad geany ", {"--line", "{line}", "--column", "{column}", "{path}"}},
    {" idea pycharm clion webstorm goland phpstorm rubymine rider rustrover ",
     {"--line", "{line}", "--column", "{column}", "{path}"}},
    {" mate ", {"--line", "{line}:{column}", "{path}"}},
}};

const Editor* find_row(std::string_view name) {
  const std::string between_blanks = " " + std::string(name) + " ";
  const auto row = std::ranges::find_if(kEditors, [&](const Editor& editor) {
    return editor.names.find(between_blanks) != std::string_view::npos;
  });
  return row == kEditors.end() ? nullptr : &*row;
}

// Ignores a version or variant in the name: vim.gtk3, emacs-29.1, code-insiders.
const Editor* find_editor(std::string_view program) {
  const std::string_view name = program.substr(program.rfind('/') + 1);
  const Editor* editor = find_row(name);
  return editor != nullptr ? editor : find_row(name.substr(0, name.find_first_of(".-")));
}

bool names_path(const std::vector<std::string>& words) {
  return std::ranges::any_of(
      words, [](const std::string& word) { return word.find("{path}") != word.npos; });
}

}  // namespace

EditorCommand editor_command(std::string_view editor, const Hit& hit) {
  // A relative path could look like an option: vim runs what follows a +.
  const std::string path = absolute_path(hit.path);
  const auto place = place_fillings(path, {hit.match_line, hit.column, hit.column_utf16});
  EditorCommand command{read_shell_line(editor).words};
  std::vector<std::string>& words = command.words;
  if (words.empty() || words.front().empty())
    throw Error(ExitCode::failure, "'" + std::string(editor) + "' names no editor",
                "for example --editor=nano");
  if (names_path(words)) {
    for (std::string& word : words) word = filled(word, place);
    return command;
  }
  const Editor* row = find_editor(words.front());
  command.at_line = row != nullptr;
  if (row == nullptr) words.push_back(path);
  for (const std::string_view form :
       row == nullptr ? std::span<const std::string_view>() : row->arguments)
    if (!form.empty()) words.push_back(filled(form, place));
  return command;
}

}  // namespace notes

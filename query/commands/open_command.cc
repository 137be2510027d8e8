// SPDX-License-Identifier: GPL-2.0-or-later
// --open, and THE table of editors: how to tell each the line to open.
#include <algorithm>
#include <array>

#include "common/cli/shell_words.h"
#include "common/environment.h"
#include "common/text/joined.h"
#include "common/text/printable.h"
#include "common/text/whole_number.h"
#include "query/commands/command.h"
#include "query/render/advice.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"

namespace notes {
namespace {

struct Editor {
  std::string_view names;                     // of programs
  std::array<std::string_view, 5> arguments;  // forms, see shown_text.h; unused ones are empty
};

constexpr std::array<Editor, 9> kEditors{{
    {"sensible-editor editor vi vim.tiny nvi vis mg joe jmacs jstar jpico mcedit bbedit",
     {"+{line}", "{path}"}},
    {"vim nvim gvim mvim nvim-qt neovide", {"+call cursor({line},{byte})", "{path}"}},
    {"nano pico ne", {"+{line},{column}", "{path}"}},
    {"emacs emacsclient micro kak gedit xed pluma", {"+{line}:{column}", "{path}"}},
    {"hx helix subl sublime_text zed zeditor", {"{path}:{line}:{column}"}},
    {"code codium vscodium cursor windsurf", {"--goto", "{path}:{line}:{column}"}},
    {"kate kwrite mousepad geany", {"--line", "{line}", "--column", "{column}", "{path}"}},
    {"idea pycharm clion webstorm goland phpstorm rubymine rider rustrover",
     {"--line", "{line}", "--column", "{column}", "{path}"}},
    {"mate", {"--line", "{line}:{column}", "{path}"}},
}};

constexpr Editor kUnknown{"", {"{path}"}};

const Editor* find_row(std::string_view name) {
  const auto row = std::ranges::find_if(
      kEditors, [&](const Editor& editor) { return is_among(editor.names, name); });
  return row == kEditors.end() ? nullptr : &*row;
}

// Ignores a version or variant in the name: vim.gtk3, emacs-29.1, code-insiders.
const Editor* find_editor(std::string_view program) {
  const std::string_view name = program.substr(program.rfind('/') + 1);
  const Editor* editor = find_row(name);
  return editor != nullptr ? editor : find_row(name.substr(0, name.find_first_of(".-")));
}

// $VISUAL or $EDITOR, else the editor that Debian would use. Empty if there is none.
std::string usual_editor() {
  constexpr std::array<std::string_view, 3> kPrograms{"sensible-editor", "editor", "vi"};
  for (const char* name : {"VISUAL", "EDITOR"})
    if (auto editor = environment(name)) return *editor;
  return find_program(kPrograms);
}

constexpr std::size_t kMostSections = 10000;

std::size_t parse_number(const std::string& typed) {
  const std::size_t number = whole_number<std::size_t>(typed).value_or(0);
  if (number < 1 || number > kMostSections)
    throw Error(ExitCode::failure, "--open: '" + typed + "' is not the number of a section",
                "give a whole number from 1 to " + std::to_string(kMostSections));
  return number;
}

CommandOutput nothing(const SearchResult& result, std::size_t number) {
  const std::size_t count = result.hits.size();
  if (count == 0) return {"", advice_on(result).above, ExitCode::nothing_found};
  const std::string typed = std::to_string(number);
  return {"",
          "--open " + typed + ": only " + std::to_string(count) +
              (count == 1 ? " section" : " sections") + " found; to search for the word " + typed +
              ", put it before --open\n",
          ExitCode::nothing_found};
}

}  // namespace

EditorCommand editor_command(std::string_view editor, const Hit& hit) {
  // A relative path could look like an option: vim runs what follows a +.
  const std::string path = absolute_path(hit.path);
  const auto place = place_fillings(path, {hit.match_line, hit.column, hit.column_utf16});
  EditorCommand command{read_shell_line(editor).words};
  std::vector<std::string>& words = command.words;
  if (words.empty() || words.front().empty())
    throw Error(ExitCode::failure, "'" + std::string(editor) + "' is not an editor",
                "for example --editor=nano");
  if (joined(words, " ").find("{path}") != std::string::npos) {
    for (std::string& word : words) word = filled(word, place);
    return command;
  }
  const Editor* row = find_editor(words.front());
  command.at_line = row != nullptr;
  if (row == nullptr) row = &kUnknown;
  for (const std::string_view form : row->arguments)
    if (!form.empty()) words.push_back(filled(form, place));
  return command;
}

std::string require_editor(const CommandRequest& request, const std::string& option) {
  std::string editor = request.editor ? *request.editor : usual_editor();
  if (editor.empty())
    throw Error(ExitCode::failure,
                option + ": neither --editor, $VISUAL nor $EDITOR names an editor",
                "for example: export EDITOR=nano");
  return editor;
}

CommandOutput open_in_editor(const std::string& editor, const Hit& hit) {
  EditorCommand command = editor_command(editor, hit);
  CommandOutput output;
  if (!command.at_line) {
    const std::string name = printable(command.words.front());
    output.advice =
        name +
        ": opens the note at the top, because notes-query does not know how to pass it the line: "
        "use --editor '" +
        name + " … {line} {path}'\n";
  }
  output.next_program = std::move(command.words);
  return output;
}

CommandOutput open_command(const CommandRequest& request) {
  const std::size_t number = parse_number(request.argument);
  const std::string editor = require_editor(request, "--open");
  SearchRequest search = request.search;
  search.limit = std::max(search.limit, static_cast<int>(number));
  search.full_matches_suffice = true;
  const SearchResult result = run_search(search);
  if (result.hits.size() < number) return nothing(result, number);
  CommandOutput output =
      open_in_editor(editor, *hits_of(groups_in_view(result.hits, request.render))[number - 1]);
  output.advice.insert(0, advice_on(result).above);
  return output;
}

}  // namespace notes

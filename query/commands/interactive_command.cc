// SPDX-License-Identifier: GPL-2.0-or-later
// Runs fzf, which runs this program again at each key and shows its output. fzf passes its commands
// to sh, so they contain only fixed or quoted text. Only the id and the numbers of the chosen row
// are used, and the editor starts without a shell.
#include <array>
#include <cstdio>
#include <sstream>
#include <sys/wait.h>

#include "common/cli/shell_words.h"
#include "common/index/open_index.h"
#include "query/commands/command.h"
#include "query/search/around/around.h"

namespace notes {
namespace {

constexpr int kNotFound = 127;  // sh: cannot find the program
constexpr int kFailed = 2;      // fzf: error, such as an unknown option

// The id and the numbers that hit_of reads, then the text to show.
constexpr std::string_view kRowForm = "{id}\t{line}\t{byte}\t{column}\t{breadcrumb}: {text}";
constexpr std::string_view kKeys =
    "enter: open   ctrl-t: hide the note   shift-up, shift-down: scroll it   esc: leave";

std::string in_quotes(std::string_view text) {
  return "'" + shell_quoted(text, '\'') + "'";
}

std::string search_line(const CommandRequest& request) {
  std::string line = in_quotes(own_program()) + " -n 100";
  for (const std::string& option : request.typed_options)
    if (option != "--interactive") line += " " + in_quotes(option);
  line += " --partial --messages=none --format=" + in_quotes(kRowForm);
  return line + " -- {q} || true";  // else fzf reports a failure when nothing is found
}

std::string preview_line(const CommandRequest& request) {
  return in_quotes(own_program()) + " --db " + in_quotes(request.search.index_directory) +
         " --messages=none --max-tokens 4000 --get {1}";
}

// Sets SHELL and FZF_DEFAULT_COMMAND for fzf only: the editor keeps the user's values.
std::string picker_line(const CommandRequest& request) {
  const std::string search = search_line(request);
  std::string line =
      "command -v fzf >/dev/null || exit 127; SHELL=/bin/sh FZF_DEFAULT_COMMAND=: exec fzf "
      "--disabled --no-sort --no-multi --layout=reverse --delimiter='\t' --with-nth=5.. "
      "--prompt='Notes: ' --preview-window=down,50%,wrap --bind=ctrl-t:toggle-preview";
  line += " --header=" + in_quotes(kKeys) + " --query=" + in_quotes(request.search.query);
  line += " --preview=" + in_quotes(preview_line(request));
  for (const char* event : {"start", "change"})
    line += " --bind=" + in_quotes(std::string(event) + ":reload:" + search);
  return line;
}

// The chosen row: the last line that fzf prints. Empty if the user left without choosing.
std::string picked_line(const std::string& command) {
  std::FILE* pipe = ::popen(command.c_str(), "re");
  std::string text;
  std::array<char, 4096> part{};
  while (pipe != nullptr) {
    const std::size_t size = std::fread(part.data(), 1, part.size(), pipe);
    if (size == 0) break;
    text.append(part.data(), size);
  }
  const int status = pipe == nullptr ? -1 : ::pclose(pipe);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : kFailed;
  if (code == kNotFound)
    throw Error(ExitCode::failure, "--interactive: fzf is not installed",
                "install it (Debian: apt-get install fzf), or search without it: notes-query "
                "QUERY --open");
  if (code == kFailed)
    throw Error(ExitCode::failure, "--interactive: fzf failed",
                "it must be version 0.36 or newer, and run in a terminal");
  text.erase(text.find_last_not_of('\n') + 1);
  return text.substr(text.rfind('\n') + 1);
}

Hit hit_of(const std::string& row, const CommandRequest& request) {
  return with_index(request.search.index_directory, [&](const OpenIndex& index) {
    std::istringstream parts(row);
    std::string id;
    parts >> id;
    const auto section = find_section(index, id);
    if (!section) throw unknown_section(index, id);
    Hit hit = plain_hit(index, *section);
    parts >> hit.match_line >> hit.column >> hit.column_utf16;
    return hit;
  });
}

}  // namespace

CommandOutput interactive_command(const CommandRequest& request) {
  const std::string editor = require_editor(request, "--interactive");
  const std::string row = picked_line(picker_line(request));
  if (row.empty()) return {"", "", ExitCode::nothing_found};
  return open_in_editor(editor, hit_of(row, request));
}

}  // namespace notes

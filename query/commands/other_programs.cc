// SPDX-License-Identifier: GPL-2.0-or-later
// The commands that work with other programs: --open and --interactive with editors, --mcp and
// --mcp-config with agents.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <sys/wait.h>

#include "common/cli/shell_words.h"
#include "common/environment.h"
#include "common/index/open_index.h"
#include "common/text/ascii.h"
#include "common/text/joined.h"
#include "common/text/nearest_word.h"
#include "common/text/printable.h"
#include "query/commands/command.h"
#include "query/mcp/mcp.h"
#include "query/render/renderers.h"
#include "query/render/shown_text.h"
#include "query/search/around/around.h"

namespace notes {
namespace {

// THE table of editors: how to tell each the line to open.
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

// Ignores a version or variant in the name: vim.gtk3, emacs-29.1, code-insiders.
const Editor& editor_of(std::string_view program) {
  const std::string_view name = program.substr(program.rfind('/') + 1);
  for (const std::string_view known : {name, name.substr(0, name.find_first_of(".-"))})
    for (const Editor& editor : kEditors)
      if (is_among(editor.names, known)) return editor;
  return kUnknown;
}

// $VISUAL or $EDITOR, else the editor that Debian would use. Empty if there is none.
std::string usual_editor() {
  constexpr std::array<std::string_view, 3> kPrograms{"sensible-editor", "editor", "vi"};
  for (const char* name : {"VISUAL", "EDITOR"})
    if (auto editor = environment(name)) return *editor;
  return find_program(kPrograms);
}

std::string require_editor(const CommandRequest& request, const std::string& option) {
  std::string editor = request.editor ? *request.editor : usual_editor();
  if (editor.empty())
    throw Error(ExitCode::failure,
                option + ": neither --editor, $VISUAL nor $EDITOR names an editor",
                "for example: export EDITOR=nano");
  return editor;
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

// The path of this program, or its name if the path is unknown.
std::string own_program() {
  std::error_code unknown;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown);
  return unknown ? "notes-query" : self.string();
}

// --interactive runs fzf, which runs this program again at each key and shows its output. fzf
// passes its commands to sh, so they contain only fixed or quoted text. Only the id and the numbers
// of the chosen row are used, and the editor starts without a shell.

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
  for (std::size_t size = 1; pipe != nullptr && size > 0; text.append(part.data(), size))
    size = std::fread(part.data(), 1, part.size(), pipe);
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
    parts >> hit.place.line >> hit.place.column >> hit.place.column_utf16;
    return hit;
  });
}

// --mcp-config: what each client needs.

enum class Form : std::uint8_t { servers, typed_servers, one_command, toml };

struct Client {
  std::string_view name;
  std::string_view place;   // the file for its configuration
  std::string_view member;  // the member of that file that lists servers
  Form form;
};

constexpr std::array<Client, 9> kClients{{
    {"claude-code", ".mcp.json in a project, or ~/.claude.json", "mcpServers", Form::servers},
    {"claude-desktop", "claude_desktop_config.json (Settings, Developer, Edit Config)",
     "mcpServers", Form::servers},
    {"codex", "~/.codex/config.toml", "mcp_servers", Form::toml},
    {"cursor", "~/.cursor/mcp.json", "mcpServers", Form::servers},
    {"gemini", "~/.gemini/settings.json", "mcpServers", Form::servers},
    {"opencode", "~/.config/opencode/opencode.json", "mcp", Form::one_command},
    {"vscode", ".vscode/mcp.json, or mcp.json of your profile", "servers", Form::typed_servers},
    {"windsurf", "~/.codeium/windsurf/mcp_config.json", "mcpServers", Form::servers},
    {"zed", "~/.config/zed/settings.json", "context_servers", Form::servers},
}};

const Client& require_client(const std::string& name) {
  const auto client = std::ranges::find(kClients, std::string_view(name), &Client::name);
  if (client != kClients.end()) return *client;
  std::vector<std::string> known;
  for (const Client& row : kClients) known.emplace_back(row.name);
  const std::string nearest = nearest_word(name, known);
  throw Error(ExitCode::failure, "--mcp-config: no client '" + name + "' is known",
              (nearest.empty() ? std::string() : "did you mean " + nearest + "? ") +
                  "the clients are " + joined(known, ", ") +
                  "; most others take the same as cursor");
}

Json entry_of(Form form, const std::string& program, const Json& arguments) {
  if (form == Form::one_command) {
    Json command = {program};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return {{"type", "local"}, {"command", command}};
  }
  Json entry = Json::object();
  if (form == Form::typed_servers) entry["type"] = "stdio";
  entry["command"] = program;
  entry["args"] = arguments;
  return entry;
}

}  // namespace

CommandOutput open_in_editor(std::string_view editor, const Hit& hit) {
  // A relative path could look like an option: vim runs what follows a +.
  const auto place = place_fillings(absolute_path(hit.path), hit.place);
  CommandOutput output;
  std::vector<std::string>& words = output.next_program;
  words = read_shell_line(editor).words;
  if (words.empty() || words.front().empty())
    throw Error(ExitCode::failure, "'" + std::string(editor) + "' is not an editor",
                "for example --editor=nano");
  if (joined(words, " ").find("{path}") != std::string::npos) {
    for (std::string& word : words) word = filled(word, place);
    return output;
  }
  const Editor& row = editor_of(words.front());
  if (&row == &kUnknown) {
    const std::string name = printable(words.front());
    output.advice =
        name +
        ": opens the note at the top, because notes-query does not know how to pass it the line: "
        "use --editor '" +
        name + " … {line} {path}'\n";
  }
  for (const std::string_view form : row.arguments)
    if (!form.empty()) words.push_back(filled(form, place));
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
      open_in_editor(editor, *hits_in_view(result.hits, request.render)[number - 1]);
  output.advice.insert(0, advice_on(result).above);
  return output;
}

CommandOutput interactive_command(const CommandRequest& request) {
  const std::string editor = require_editor(request, "--interactive");
  const std::string row = picked_line(picker_line(request));
  if (row.empty()) return {"", "", ExitCode::nothing_found};
  return open_in_editor(editor, hit_of(row, request));
}

CommandOutput mcp_command(const CommandRequest& request) {
  // A person's settings must not change what a schema says.
  SearchRequest search;
  search.index_directory = request.search.index_directory;
  search.synonyms = request.search.synonyms;
  mcp::Workspace workspace{std::move(search), request.saved_searches, IndexRefresh(request.search),
                           request.verbose};
  mcp::serve(stdin, workspace);
  return {};
}

// Names the program and the index in full: clients have another $PATH and pass on few variables.
CommandOutput mcp_config_command(const CommandRequest& request) {
  const Client& client = require_client(request.argument);
  const std::string program = own_program();
  const Json arguments = {"--mcp", "--db", request.search.index_directory};
  const std::string member(client.member);
  const std::string text =
      client.form == Form::toml  // strings are the same as in JSON
          ? "[" + member + ".notes]\ncommand = " + one_line(program) +
                "\nargs = " + one_line(arguments)
          : indented({{member, {{"notes", entry_of(client.form, program, arguments)}}}});
  return {text + "\n", "add this to " + std::string(client.place) + "\n"};
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <span>
#include <sys/wait.h>
#include <unistd.h>

#include "common/environment.h"
#include "common/run_main.h"
#include "query/options.h"
#include "query/render/json.h"
#include "query/render/text_page.h"

namespace notes {
namespace {

// Exits quietly if less is not installed.
constexpr const char* kLess = "command -v less >/dev/null || exit 127; exec less";
constexpr int kNotStarted = 127;  // the shell's exit status when it cannot find a program

void handle_signals(void (*handler)(int)) {
  for (const int number : {SIGINT, SIGQUIT, SIGPIPE}) std::signal(number, handler);
}

// Nearly all terminals show links or ignore them. These print the escape sequence as text.
bool is_known_to_print_links() {
  constexpr std::array<std::string_view, 4> kTerms{"dumb", "linux", "cons25", "eterm"};
  constexpr int kFirstGoodVte = 5000;
  const std::string term = environment("TERM").value_or("dumb");
  const bool is_bad = std::ranges::any_of(kTerms, [&](std::string_view bad) {
    return term == bad || term.starts_with(std::string(bad) + "-");
  });
  const auto vte = environment("VTE_VERSION");
  return is_bad || environment("INSIDE_EMACS") || (vte && std::atoi(vte->c_str()) < kFirstGoodVte);
}

// The shell command of the pager: $NOTES_PAGER, else $PAGER, else less. Empty (no pager) if the
// first variable that is set is empty or `cat`.
std::string pager_command() {
  for (const char* name : {"NOTES_PAGER", "PAGER"})
    if (const char* command = std::getenv(name))  // may be set but empty
      return std::string_view(command) == "cat" ? "" : command;
  return kLess;
}

// Whether `text` has more rows than the terminal. False if stdout is not a terminal.
bool is_longer_than_terminal(std::string_view text) {
  const auto height = static_cast<std::size_t>(terminal_height());
  const auto width = static_cast<std::size_t>(terminal_width());
  return height > 0 && count_terminal_rows(text, width) >= height;
}

// Waits until the pager exits. Returns false, and shows nothing, if it could not be started.
bool show_in_pager(const std::string& command, std::string_view text) {
  // As in git: F quits if the text fits one screen, R shows colours, X does not clear the screen.
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  std::FILE* pipe = ::popen(command.c_str(), "we");
  if (pipe == nullptr) return false;
  handle_signals(SIG_IGN);  // keys such as Ctrl-C are for the pager; quitting it must not kill us
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  handle_signals(SIG_DFL);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kNotStarted);
}

// `color`: whether the output is coloured. Users who turn colour off want no links either.
bool wants_links(LinkMode mode, bool color) {
  if (mode != LinkMode::automatic) return mode == LinkMode::always;
  return color && is_terminal(STDOUT_FILENO) && !is_known_to_print_links();
}

// For file URLs: keeps a terminal from opening a file on another machine. Empty if unknown.
std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

void print_or_page(std::string_view text, const QueryOptions& options) {
  const std::string pager =
      !options.no_pager && is_longer_than_terminal(text) ? pager_command() : "";
  if (pager.empty() || !show_in_pager(pager, text)) print(text);
}

[[noreturn]] void become(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  flush_output();
  ::execvp(arguments.front(), arguments.data());
  throw Error(ExitCode::failure, words.front() + ": " + std::strerror(errno),
              "choose another editor with --editor, $VISUAL or $EDITOR");
}

void fit_to_terminal(QueryOptions& options) {
  RenderOptions& render = options.request.render;
  const SearchRequest& search = options.request.search;
  render.to_terminal = is_terminal(STDOUT_FILENO);
  render.color = wants_color(options.color, STDOUT_FILENO);
  render.hyperlinks = wants_links(options.links, render.color);
  render.host = render.hyperlinks ? host_name() : "";
  render.width = terminal_width();
  render.explain = search.explain;
  render.is_page =
      render.to_terminal && is_terminal(STDERR_FILENO) && options.messages == Messages::people;
  // Leave a row for the prompt.
  if (search.context_lines == 0) render.height = std::max(0, terminal_height() - 1);
  render.grouping = search.grouping;
  std::error_code gone;  // a deleted working directory: paths stay absolute
  render.current_directory = std::filesystem::current_path(gone).string();
  render.home_directory = environment("HOME").value_or("");
}

CommandOutput run(QueryOptions& options) {
  fit_to_terminal(options);
  const Command& command = *options.command;
  // Commands that do not search do not read the synonyms, so a bad file cannot make them fail.
  const bool searches = command.query != CommandQuery::none;
  if (searches && !options.standard.no_config) options.request.search.synonyms = read_synonyms();
  check(command, options.request);
  return command.run(options.request);
}

void advise(const std::string& advice, Messages messages) {
  if (messages == Messages::none) return;
  if (messages == Messages::people)
    return print_aside(is_terminal(STDERR_FILENO) ? wrapped(advice, terminal_width()) : advice);
  print_aside(json_messages(advice));
}

// Whether the command line has an option: "--json", or "--format" with the value "json". Works even
// if the command line cannot be parsed, so that the parse error is reported in the right format.
bool is_typed(std::span<char* const> arguments, std::string_view option, std::string_view value) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (argument == "--") return false;
    if (value.empty() && argument == option) return true;
    if (argument == std::string(option) + "=" + std::string(value)) return true;
    if (argument == option && i + 1 < arguments.size() && arguments[i + 1] == value) return true;
  }
  return false;
}

}  // namespace

void report_query_error(std::string_view program, const Error& error, int argc, char** argv) {
  const std::span<char* const> typed(argv, static_cast<std::size_t>(argc));
  const std::string json = json_text(error);
  if (is_typed(typed, "--json", "") || is_typed(typed, "--format", "json") ||
      is_typed(typed, "--format", "jsonl"))
    print(json);
  if (is_typed(typed, "--messages", "none")) return;
  if (is_typed(typed, "--messages", "json")) return print_aside(json);
  report_to_people(program, error, argc, argv);
}

ExitCode query_main(int argc, char** argv) {
  auto parsed = parse_query_options(argc, argv);
  if (const auto* text = std::get_if<TextToPrint>(&parsed)) {
    print(text->text);
    return ExitCode::found;
  }
  auto& options = std::get<QueryOptions>(parsed);
  const CommandOutput output = run(options);
  print_or_page(output.data, options);
  advise(output.advice, options.messages);
  if (!output.next_program.empty()) become(output.next_program);
  return output.exit_code;
}

}  // namespace notes

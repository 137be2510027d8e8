// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/terminal_output.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "common/environment.h"
#include "query/render/fitted_lines.h"

namespace notes {
namespace {

// Exits quietly if less is not installed.
constexpr const char* kLess = "command -v less >/dev/null || exit 127; exec less";
constexpr int kNotStarted = 127;  // the shell's exit status when it cannot find a program

// While the pager runs, keys such as Ctrl-C are for it, and quitting it must not kill us.
class SignalsIgnored {
 public:
  SignalsIgnored() {
    for (std::size_t i = 0; i < kSignals.size(); ++i)
      before_[i] = std::signal(kSignals[i], SIG_IGN);
  }
  ~SignalsIgnored() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) std::signal(kSignals[i], before_[i]);
  }
  SignalsIgnored(const SignalsIgnored&) = delete;
  SignalsIgnored& operator=(const SignalsIgnored&) = delete;

 private:
  static constexpr std::array<int, 3> kSignals{SIGINT, SIGQUIT, SIGPIPE};
  std::array<void (*)(int), 3> before_{};
};

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

}  // namespace

std::string pager_command() {
  for (const char* name : {"NOTES_PAGER", "PAGER"}) {
    const char* value = std::getenv(name);  // may be set but empty
    if (value == nullptr) continue;
    const std::string command = value;
    return command == "cat" ? std::string() : command;
  }
  return kLess;
}

bool is_longer_than_terminal(std::string_view text) {
  const auto height = static_cast<std::size_t>(terminal_height());
  const auto width = static_cast<std::size_t>(terminal_width());
  return height > 0 && is_terminal(STDOUT_FILENO) && count_terminal_rows(text, width) >= height;
}

bool show_in_pager(const std::string& command, std::string_view text) {
  // As in git: F quits if the text fits one screen, R shows colours, X does not clear the screen.
  ::setenv("LESS", "FRX", 0);
  ::setenv("LV", "-c", 0);
  std::FILE* pipe = ::popen(command.c_str(), "we");
  if (pipe == nullptr) return false;
  const SignalsIgnored ignored;
  std::fwrite(text.data(), 1, text.size(), pipe);
  const int status = ::pclose(pipe);
  return !(WIFEXITED(status) && WEXITSTATUS(status) == kNotStarted);
}

bool wants_links(LinkMode mode, bool color) {
  if (mode != LinkMode::automatic) return mode == LinkMode::always;
  return color && is_terminal(STDOUT_FILENO) && !is_known_to_print_links();
}

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/pager.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

#include "common/cli/terminal.h"
#include "query/render/terminal_rows.h"

namespace notes {
namespace {

// Exits quietly if less is not installed.
constexpr const char* kLess = "command -v less >/dev/null || exit 127; exec less";
constexpr int kNotStarted = 127;  // the shell's exit status when it cannot find a program

// While the pager runs, keys such as Ctrl-C are for it, and quitting it must not kill us.
class SignalsIgnored {
 public:
  SignalsIgnored()
      : interrupt_(std::signal(SIGINT, SIG_IGN)),
        quit_(std::signal(SIGQUIT, SIG_IGN)),
        pipe_(std::signal(SIGPIPE, SIG_IGN)) {}
  ~SignalsIgnored() {
    std::signal(SIGINT, interrupt_);
    std::signal(SIGQUIT, quit_);
    std::signal(SIGPIPE, pipe_);
  }
  SignalsIgnored(const SignalsIgnored&) = delete;
  SignalsIgnored& operator=(const SignalsIgnored&) = delete;

 private:
  using Handler = void (*)(int);
  Handler interrupt_;
  Handler quit_;
  Handler pipe_;
};

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

}  // namespace notes

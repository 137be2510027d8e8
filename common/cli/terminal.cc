// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "common/cli/value_options.h"
#include "common/environment.h"

namespace notes {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kMinWidth = 20;
constexpr int kMaxWidth = 1000;

}  // namespace

CLI::Option* add_color_option(CLI::App& app, ColorMode& color) {
  return add_choice(app, "--color", "colours (default auto)", color,
                    {{ColorMode::automatic, "auto", "on a terminal, unless NO_COLOR is set"},
                     {ColorMode::always, "always", "also into a pipe or a file"},
                     {ColorMode::never, "never", "plain text"}});
}

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

int terminal_width() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= kMinWidth)
    return size.ws_col;
  const int columns = std::atoi(environment("COLUMNS").value_or("").c_str());
  return columns >= kMinWidth && columns <= kMaxWidth ? columns : kDefaultWidth;
}

int terminal_height() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

bool wants_color(ColorMode mode, int descriptor) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  return !environment("NO_COLOR") && environment("TERM") != "dumb" && is_terminal(descriptor);
}

}  // namespace notes

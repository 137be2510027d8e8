// SPDX-License-Identifier: GPL-2.0-or-later
// What this process's streams are connected to, and whether to use colour there.
#pragma once

#include <cstdint>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

enum class ColorMode : std::uint8_t { automatic, always, never };

// --color=auto|always|never, the same in both programs.
CLI::Option* add_color_option(CLI::App& app, ColorMode& color);

// Decides by --color, NO_COLOR, TERM and the stream.
bool wants_color(ColorMode mode, int descriptor);

bool is_terminal(int descriptor);

// Columns of the terminal at stdout, else $COLUMNS, else 80.
int terminal_width();

// Rows of the terminal at stdout; 0 if stdout is not a terminal.
int terminal_height();

}  // namespace notes

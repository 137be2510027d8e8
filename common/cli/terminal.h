// SPDX-License-Identifier: GPL-2.0-or-later
// What the streams of this process are connected to.
#pragma once

#include "common/cli/color_mode.h"

namespace notes {

bool is_terminal(int descriptor);

// Columns of the terminal at stdout, else $COLUMNS, else 80.
int terminal_width();

// Rows of the terminal at stdout; 0 when it is none.
int terminal_height();

// What --color, NO_COLOR, TERM and the stream say together.
bool wants_color(ColorMode mode, int descriptor);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Shows output that is longer than the terminal in the user's pager.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// The shell command of the pager: $NOTES_PAGER, else $PAGER, else less. Empty when the variable
// that counts is empty or `cat`.
std::string pager_command();

// Whether `text` has more rows than the terminal at stdout; false when that is no terminal.
bool is_longer_than_terminal(std::string_view text);

// Returns when the pager has ended. False when it could not be started: then nothing was shown.
bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace notes

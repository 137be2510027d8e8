// SPDX-License-Identifier: GPL-2.0-or-later
// Shows output that is longer than the terminal in the user's pager.
#pragma once

#include <string>
#include <string_view>

namespace notes {

// The shell command of the pager: $NOTES_PAGER, else $PAGER, else less. Empty (no pager) if the
// first variable that is set is empty or `cat`.
std::string pager_command();

// Whether `text` has more rows than the terminal. False if stdout is not a terminal.
bool is_longer_than_terminal(std::string_view text);

// Waits until the pager exits. Returns false, and shows nothing, if it could not be started.
bool show_in_pager(const std::string& command, std::string_view text);

}  // namespace notes

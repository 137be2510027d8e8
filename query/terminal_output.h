// SPDX-License-Identifier: GPL-2.0-or-later
// How output reaches the terminal: through the user's pager if it is long, and with hyperlinks (the
// escape sequence OSC 8) if the terminal knows them.
#pragma once

#include <cstdint>
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

enum class LinkMode : std::uint8_t { automatic, always, never };

// `color`: whether the output is coloured. Users who turn colour off want no links either.
bool wants_links(LinkMode mode, bool color);

// For file URLs: keeps a terminal from opening a file on another machine. Empty if unknown.
std::string host_name();

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Decides whether to write hyperlinks (the escape sequence OSC 8) to the terminal.
#pragma once

#include <cstdint>
#include <string>

namespace notes {

enum class LinkMode : std::uint8_t { automatic, always, never };

// `color`: whether the output is coloured. Users who turn colour off want no links either.
bool wants_links(LinkMode mode, bool color);

// For file URLs: keeps a terminal from opening a file on another machine. Empty if unknown.
std::string host_name();

}  // namespace notes

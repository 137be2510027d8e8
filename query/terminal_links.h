// SPDX-License-Identifier: GPL-2.0-or-later
// Whether the terminal makes links of the escape sequence OSC 8.
#pragma once

#include <cstdint>
#include <string>

namespace notes {

enum class LinkMode : std::uint8_t { automatic, always, never };

// `color`: whether the output is coloured; who wants none wants no other sequences either.
bool wants_links(LinkMode mode, bool color);

// For file URLs, so that no terminal opens the file of another machine. Empty when unknown.
std::string host_name();

}  // namespace notes

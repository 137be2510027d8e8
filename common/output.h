// SPDX-License-Identifier: GPL-2.0-or-later
// What the programs print, and the news when it does not arrive.
#pragma once

#include <string_view>

namespace notes {

// To stdout. Throws Error when it cannot be written, here or in flush_output().
void print(std::string_view text);

// To stderr, behind what stdout still holds, so that their lines never mix. Throws as print does.
void print_aside(std::string_view text);

// Hands over what print() still holds. A disk may be full, or stdout closed.
void flush_output();

// Keeps the numbers of streams that the caller closed from files of ours: what is printed would end
// up in them.
void occupy_closed_streams();

}  // namespace notes

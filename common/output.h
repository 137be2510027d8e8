// SPDX-License-Identifier: GPL-2.0-or-later
// Writes to stdout and stderr, and reports output that cannot be written.
#pragma once

#include <string_view>

namespace notes {

// To stdout. Throws Error if it cannot be written, here or later in flush_output().
void print(std::string_view text);

// To stderr, after flushing stdout, so that their lines stay in order. Throws as print does.
void print_aside(std::string_view text);

// Writes what print() has buffered. Throws Error, for example if the disk is full.
void flush_output();

// If the caller closed stdin, stdout or stderr, takes their numbers. Otherwise a file that we
// open would get one, and our output would end up in it.
void occupy_closed_streams();

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a command line into words as a shell does: at blanks, unless quotes or backslashes keep
// them together. Expands nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct ShellLine {
  std::vector<std::string> words;  // without their quotes
  bool ends_in_word = false;       // false if a blank follows the last word
  char quote = '\0';               // the quote still open at the end
  std::string kept;  // the part of the last word before the text that a shell would replace
};

// A shell replaces what follows the last of its `breaks`, or an open quote.
ShellLine read_shell_line(std::string_view line, std::string_view breaks = {});

// `text`, quoted for a place where `quote` is open ('\0': none is), so that a shell reads it back.
std::string shell_quoted(std::string_view text, char quote);

}  // namespace notes

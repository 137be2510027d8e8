// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a command line as a shell reads them: blanks part them, quotes and backslashes keep
// them together. Nothing is expanded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace notes {

struct ShellLine {
  std::vector<std::string> words;  // without their quotes
  bool ends_in_word = false;       // the line ends in the last word, not in a blank behind it
  char quote = '\0';               // the one that is open at the end
  std::string kept;  // of the last word, what precedes the text that a shell would replace
};

// A shell replaces what follows the last of its `breaks`, or an open quote.
ShellLine read_shell_line(std::string_view line, std::string_view breaks = {});

// `text` as a shell reads it back where `quote` is open ('\0': none is).
std::string shell_quoted(std::string_view text, char quote);

}  // namespace notes

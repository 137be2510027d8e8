// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a command line into options and words before CLI11 sees it, because words of a query may
// begin with a dash. Each program's options.cc declares the options.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace notes {

// What `-mixtral` is, if it is not a short option.
enum class SingleDash : std::uint8_t {
  is_word,  // a word of the query: an exclusion
  is_error,
};

// A text to print instead of a run: help, the version, a completion script.
struct TextToPrint {
  std::string text;  // ends in a newline; goes to stdout
};

struct CommandLine {
  std::vector<std::string> options;  // "--name" or "--name=value", by long name
  std::vector<std::string> words;    // everything else, in the order typed
};

// Short options must match exactly: `-n 5`, `-n5`, `-0`. An argument of several words is never an
// option. `--` ends the options. Throws Error for an unknown option, and for a missing or
// unexpected value. `arguments` does not include the program's name.
CommandLine split_command_line(const CLI::App& app, std::span<const char* const> arguments,
                               SingleDash single_dash);

// Lets CLI11 check the options and store their values.
void apply_options(CLI::App& app, const CommandLine& line);

}  // namespace notes

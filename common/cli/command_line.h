// SPDX-License-Identifier: GPL-2.0-or-later
// Splits a command line into options and words before CLI11 sees it, because a query may hold words
// that begin with a dash. What the options mean is declared by each program's options.cc.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}  // namespace CLI

namespace notes {

// What `-mixtral` is, when it is no short option.
enum class SingleDash : std::uint8_t {
  is_word,  // of the query: an exclusion
  is_error,
};

// A command line that only asks for a text: help, the version, a completion script.
struct TextToPrint {
  std::string text;  // ends in a newline; belongs on stdout
};

struct CommandLine {
  std::vector<std::string> options;  // "--name" or "--name=value", by long name
  std::vector<std::string> words;    // all else, in the order typed
};

// Short options count only when exact: `-n 5`, `-n5`, `-0`. An argument of several words is never
// an option. `--` ends the options. Throws Error for an unknown option and for a missing or
// superfluous value; `arguments` are without the program's name.
CommandLine split_command_line(const CLI::App& app, std::span<const char* const> arguments,
                               SingleDash single_dash);

// Has CLI11 check the options and store their values.
void apply_options(CLI::App& app, const CommandLine& line);

}  // namespace notes

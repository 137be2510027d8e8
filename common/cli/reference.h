// SPDX-License-Identifier: GPL-2.0-or-later
// Help texts, made from the declared options and the field table, so that nothing is written twice.
// Shell completion from the same tables is in completion.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace notes {

struct Example {
  std::string_view command;
  std::string_view meaning;
};

// What a program's arguments are, apart from its options.
enum class WordKind : std::uint8_t { query_words, paths };

// The parts of the help that come from no table.
struct ProgramPage {
  std::string_view usage;    // "[OPTION]... [PATH]..."
  std::string_view summary;  // one line
  std::span<const Example> examples;
  std::string_view see_also;
  WordKind words = WordKind::paths;
};

// The short help leaves out the options of this group.
inline constexpr const char* kFurtherOptions = "Further options";

// The short help lists the options of this group on one line, by name only.
inline constexpr const char* kFindingAround = "Other commands";

// One screen: usage, examples, the everyday options.
std::string help_text(const CLI::App& app, const ProgramPage& page);

// Every option with all its values and, for a query program, every field.
std::string full_help_text(const CLI::App& app, const ProgramPage& page);

// "notes-query 0.1.0"
std::string version_text(const CLI::App& app);

// The line of an option's description that the short help shows.
std::string first_help_line(const CLI::Option& option);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Help texts made from the declared options and the field table, so that neither is written twice.
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

// What a program's words are, beside its options.
enum class WordKind : std::uint8_t { query_words, paths };

// What the help says that no table knows.
struct ProgramPage {
  std::string_view usage;    // "[OPTION]... [PATH]..."
  std::string_view summary;  // one line
  std::span<const Example> examples;
  std::string_view see_also;
  WordKind words = WordKind::paths;
};

// Options of this group are left out of the short help.
inline constexpr const char* kFurtherOptions = "Further options";

// Options of this group stand in one line of the short help, by name only.
inline constexpr const char* kFindingAround = "Other commands";

// One screen: usage, examples, the options of daily use.
std::string help_text(const CLI::App& app, const ProgramPage& page);

// Every option with every value, and for a query program every field.
std::string full_help_text(const CLI::App& app, const ProgramPage& page);

// "notes-query 0.1.0"
std::string version_text(const CLI::App& app);

// The line of an option's description that stands beside it in the short help.
std::string first_help_line(const CLI::Option& option);

}  // namespace notes

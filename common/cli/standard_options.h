// SPDX-License-Identifier: GPL-2.0-or-later
// The options that both programs have: help, version, shell completion. They print a text instead
// of starting a run. Help is made from the declared options and the field table, so that nothing is
// written twice. Each shell gets a short script that asks the program itself about the line being
// typed: `notes-query --complete-line SHELL …`.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/command_line.h"
#include "common/environment.h"

namespace CLI {
class Option;
}

namespace CLI {
class App;
}

namespace notes {

// What a program's arguments are, apart from its options.
enum class WordKind : std::uint8_t { query_words, paths };

enum class Shell : std::uint8_t { bash, zsh, fish };

// A script to source: `source <(notes-query --completion bash)`.
std::string completion_script(const std::string& program, Shell shell);

inline constexpr std::string_view kCompleteLine = "--complete-line";

// The query words that the last word of `text` may become; `before` holds the words before it on
// the line.
using CompleteWord = std::function<std::vector<std::string>(const std::vector<std::string>& before,
                                                            const std::string& text)>;

// Completes a line. `arguments` are what follows kCompleteLine: `bash LINE BREAKS`, with LINE up to
// the cursor and BREAKS the characters that separate words; or `zsh WORD...` and `fish WORD...`,
// with the unfinished word last. The answer is `words` and what to insert, one on each line, or
// just `files` or `folders`, which the shell completes itself.
std::string completed_line(const CLI::App& app, WordKind words,
                           std::span<const char* const> arguments, const CompleteWord& complete);

struct Example {
  std::string_view command;
  std::string_view meaning;
};

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

struct StandardOptions {
  bool help = false;
  bool full_help = false;
  bool version = false;
  bool no_config = false;
  std::optional<Shell> completion;
};

// An app named `program`, without CLI11's own help option.
std::unique_ptr<CLI::App> make_app(const std::string& program);

// Options added from now on belong to this group of the help.
void start_group(CLI::App& app, const std::string& name);

void add_standard_options(CLI::App& app, StandardOptions& options);

// --color=auto|always|never
CLI::Option* add_color_option(CLI::App& app, ColorMode& color);

// Nothing if the command line asks for a run.
std::optional<TextToPrint> text_asked_for(const CLI::App& app, const ProgramPage& page,
                                          const StandardOptions& options);

// One screen: usage, examples, the everyday options.
std::string help_text(const CLI::App& app, const ProgramPage& page);

// Every option with all its values and, for a query program, every field.
std::string full_help_text(const CLI::App& app, const ProgramPage& page);

}  // namespace notes

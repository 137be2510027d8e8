// SPDX-License-Identifier: GPL-2.0-or-later
// Shell completion. Each shell gets a short script that asks the program itself about the line
// being typed: `notes-query --complete-line SHELL …`.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

}  // namespace notes

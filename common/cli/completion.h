// SPDX-License-Identifier: GPL-2.0-or-later
// Completion for shells. Each gets a stub of a few lines that asks the program itself about the
// line being typed: `notes-query --complete-line SHELL …`.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/reference.h"

namespace notes {

enum class Shell : std::uint8_t { bash, zsh, fish };

// A script to be sourced: `source <(notes-query --completion bash)`.
std::string completion_script(const std::string& program, Shell shell);

inline constexpr std::string_view kCompleteLine = "--complete-line";

// The words of a query that the last word of a text may become; `before` is what stands before it
// on the line.
using CompleteWord = std::function<std::vector<std::string>(const std::vector<std::string>& before,
                                                            const std::string& text)>;

// What follows kCompleteLine: `bash LINE BREAKS`, LINE up to the cursor and BREAKS what parts words
// for it, or `zsh WORD...` and `fish WORD...` with the unfinished word last. Answers `words` and,
// each in a line of its own, what to insert, or just `files` or `folders`, which shells know best.
std::string completed_line(const CLI::App& app, WordKind words,
                           std::span<const char* const> arguments, const CompleteWord& complete);

}  // namespace notes

// SPDX-License-Identifier: GPL-2.0-or-later
// Completion scripts for shells, made from the declared options and the field table.
#pragma once

#include <cstdint>
#include <string>

#include "common/cli/reference.h"

namespace notes {

enum class Shell : std::uint8_t { bash, zsh, fish };

// A script to be sourced: `source <(notes-query --completion bash)`.
std::string completion_script(const CLI::App& app, WordKind words, Shell shell);

}  // namespace notes

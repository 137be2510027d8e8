// SPDX-License-Identifier: GPL-2.0-or-later
// Declares the options of notes-query. options.cc checks and resolves what the user typed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/cli/standard_options.h"
#include "query/options.h"

namespace notes {

// Options as typed, before they are resolved into QueryOptions.
struct TypedOptions {
  StandardOptions standard;
  std::optional<std::string> db;
  int format_version = kJsonVersion;
  NamedConditions conditions;
  std::optional<std::string> editor;
  std::optional<std::string> argument;  // of the command, if one was given
  bool command = false;
  bool no_pager = false;
};

// `options` and `typed` must live until parsing is done.
void declare_options(CLI::App& app, QueryOptions& options, TypedOptions& typed);

}  // namespace notes

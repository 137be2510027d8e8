// SPDX-License-Identifier: GPL-2.0-or-later
// Declares the options of notes-query. What they come to once typed is for options.cc to resolve.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/cli/standard_options.h"
#include "query/options.h"

namespace notes {

// What the options become before they are QueryOptions.
struct TypedOptions {
  StandardOptions standard;
  std::optional<std::string> level;
  std::optional<std::string> after;
  std::optional<std::string> before;
  std::vector<std::string> tags;
  std::vector<std::string> paths;
  std::optional<std::string> editor;
  std::optional<std::string> argument;  // of whichever command was given
  bool command = false;
  bool no_pager = false;
};

// Both targets must outlive the parsing.
void declare_options(CLI::App& app, QueryOptions& options, TypedOptions& typed);

}  // namespace notes

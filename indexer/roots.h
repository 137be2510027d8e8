// SPDX-License-Identifier: GPL-2.0-or-later
// The roots of an index: what the user asked to keep indexed. Changes of the settings; folders are
// listed only where it matters what their rules leave out, and no notes are read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/settings.h"
#include "indexer/scan/note_finder.h"

namespace notes {

// A root as asked for on the command line.
struct RootRequest {
  std::string path;  // absolute, existing
  bool is_file = false;
};

// How roots are to be walked from now on; what is not given stays as it was.
struct RootRules {
  std::vector<std::string> ignore_globs;      // instead of those before
  std::vector<std::string> extra_extensions;  // besides those before
  std::optional<bool> obey_gitignore;
};

// Checks a path as typed. Throws Error when there is no such file or folder.
RootRequest request_root(const std::string& path);

// Adds each root unless the rules of an indexed folder take it already; a root that another one
// takes is absorbed. The rules are for the roots that are asked for, or, when none is, for all.
// Returns what the user should know, a sentence each: what was absorbed or indexed already, and
// what the rules of a new root leave out.
std::vector<std::string> add_roots(IndexSettings& settings,
                                   const std::vector<RootRequest>& requests,
                                   const RootRules& rules);

// Throws Error that lists the roots when `path` is none of them.
void remove_root(IndexSettings& settings, const std::string& path);

// Drops the roots that are not asked for, and returns their paths: "/a, /b".
std::string drop_roots_but(const std::vector<RootRequest>& requests, IndexSettings& settings);

// For each root, which of the paths lie below it, also where a root or a path leads through links.
// A diagnostic for what lies below none; Error when all do.
std::vector<Places> places_below(const std::vector<Root>& roots,
                                 const std::vector<std::string>& paths,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace notes

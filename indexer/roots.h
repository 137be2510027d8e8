// SPDX-License-Identifier: GPL-2.0-or-later
// The roots of an index: what the user asked to index, and what their rules leave out. Changes the
// settings, lists folders, and reads no notes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/index/catalog.h"
#include "indexer/scan/note_finder.h"

namespace notes {

// How to walk roots from now on. What is not given stays as it was.
struct RootRules {
  std::vector<std::string> ignore_globs;      // replace the earlier ones
  std::vector<std::string> extra_extensions;  // added to the earlier ones
  std::optional<bool> obey_gitignore;
};

// The root at a path as typed, without a number. Throws Error if there is no such file or folder.
Root request_root(const std::string& path);

// Adds each root, unless an indexed folder already includes it. A root that another one includes is
// absorbed. The rules apply to the requested roots, or to all if none is requested. Returns what
// the user should know, one sentence each: what was absorbed or already indexed, and what the rules
// of a new root leave out.
std::vector<std::string> add_roots(IndexSettings& settings, const std::vector<Root>& requests,
                                   const RootRules& rules);

// One sentence if .gitignore leaves out most of the notes of a root, else "". It names the option
// that includes them.
std::string remark_on_gitignore(const Root& root);

// Throws an Error that lists the roots if `path` is not one of them.
void remove_root(IndexSettings& settings, const std::string& path);

// Without a sound index, the settings may come from anybody. Keeps only the roots that are
// requested again, and returns a sentence about the others, or "". Throws an Error that lists them
// if none is requested.
std::string drop_unnamed_roots(IndexSettings& settings, const std::vector<Root>& requests,
                               const std::string& directory);

// For each root, the paths that lie below it, even if a root or a path leads through links. A path
// below no root gets a diagnostic; throws Error if no path is below one.
std::vector<Places> places_below(const std::vector<Root>& roots,
                                 const std::vector<std::string>& paths,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace notes

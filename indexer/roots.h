// SPDX-License-Identifier: GPL-2.0-or-later
// The roots of an index: what the user asked to keep indexed. Pure changes of the settings; no
// notes are read.
#pragma once

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
  std::vector<std::string> ignore_globs;
  std::vector<std::string> extra_extensions;
};

// Checks a path as typed. Throws Error when there is no such file or folder.
RootRequest request_root(const std::string& path);

// Adds the root unless an indexed folder covers it already; roots inside it are absorbed. The same
// root again takes over rules when any are given. Returns one sentence when something was absorbed
// or already covered, else "".
std::string add_root(IndexSettings& settings, const RootRequest& request);

// Throws Error that lists the roots when `path` is none of them.
void remove_root(IndexSettings& settings, const std::string& path);

// For each root, which of the paths lie below it, also where a root or a path leads through links.
// A diagnostic for what lies below none.
std::vector<Places> places_below(const std::vector<Root>& roots,
                                 const std::vector<std::string>& paths,
                                 std::vector<Diagnostic>& diagnostics);

}  // namespace notes

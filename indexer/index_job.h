// SPDX-License-Identifier: GPL-2.0-or-later
// One run of the indexer: reads what changed below the roots and writes it to the index, or builds
// a new generation. Prints nothing. The roots are what the user asked to index, with the rules that
// leave notes out.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
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

struct IndexRequest {
  std::string directory;           // of the index
  std::vector<std::string> paths;  // as typed: roots to add
  // The paths are notes and folders instead. Only they are checked, and they are read even if they
  // did not change.
  bool is_partial = false;
  RootRules rules;                         // of the new roots, or of all if there are none
  std::vector<std::string> removed_roots;  // as typed
  std::optional<std::string> language;     // of the stemmer; a new one causes a rebuild
  bool rebuild = false;
  unsigned jobs = 1;
  std::chrono::milliseconds patience{0};  // how long to wait for another writer
};

struct Progress {
  std::uint64_t notes = 0;  // read so far
  std::uint64_t total_notes = 0;
  std::uint64_t bytes = 0;
  std::uint64_t total_bytes = 0;
};

struct IndexOutcome {
  IndexSettings settings;            // as they are now; last_run describes this run
  bool changed = false;              // anything was written
  std::vector<std::string> written;  // "added PATH", "changed PATH", "removed PATH"
  std::vector<std::string> remarks;  // about the roots, one sentence each
  std::vector<Diagnostic> diagnostics;
};

// The result is durable on return. Throws Error; the index is then unchanged, or as of the last
// commit.
IndexOutcome run_index_job(const IndexRequest& request,
                           const std::function<void(const Progress&)>& report);

}  // namespace notes
